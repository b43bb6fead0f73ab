<form class="form" method="post" action="{{FORM_PATH}}" data-words="policy-words">{{>FORM}}
	<h2>{{#ADDING}}Add a service{{/ADDING}}{{#CHANGING}}{{SERVICE_NAME}}{{/CHANGING}}</h2>
	<section class="card form" aria-labelledby="what-h">
		<h3 class="h2" id="what-h">What it is</h3>
		<div class="field">
			<label for="name">Name</label>
			<p class="hint" id="name-hint">Such as: Career session.</p>
			<input required id="name" name="name" type="text" maxlength="120" value="{{V_NAME}}" aria-describedby="name-hint{{#E_NAME}} name-error{{/E_NAME}}"{{#E_NAME}} aria-invalid="true"{{/E_NAME}}>
			{{#E_NAME}}<p class="error" id="name-error"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#exclamation-circle"></use></svg>{{E_NAME_TEXT}}</p>{{/E_NAME}}
		</div>
		<div class="field">
			<label for="description">Description <span class="opt">(optional)</span></label>
			<p class="hint" id="description-hint">What a client gets out of it. Everybody can read it.</p>
			<textarea id="description" name="description" maxlength="2000" data-counter aria-describedby="description-hint{{#E_DESCRIPTION}} description-error{{/E_DESCRIPTION}}"{{#E_DESCRIPTION}} aria-invalid="true"{{/E_DESCRIPTION}}>{{V_DESCRIPTION}}</textarea>
			{{#E_DESCRIPTION}}<p class="error" id="description-error"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#exclamation-circle"></use></svg>{{E_DESCRIPTION_TEXT}}</p>{{/E_DESCRIPTION}}
		</div>
		<div class="field">
			<label for="price">Price in {{CURRENCY}}</label>
			<p class="hint" id="price-hint">Such as 80 or 80.50; 0 is free.{{#LEAST}} What costs something costs at least {{LEAST_PRICE}}.{{/LEAST}}</p>
			<input required class="short" id="price" name="price" type="text" inputmode="decimal" autocomplete="off" value="{{V_PRICE}}" aria-describedby="price-hint{{#E_PRICE}} price-error{{/E_PRICE}}"{{#E_PRICE}} aria-invalid="true"{{/E_PRICE}}>
			{{#E_PRICE}}<p class="error" id="price-error"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#exclamation-circle"></use></svg>{{E_PRICE_TEXT}}</p>{{/E_PRICE}}
		</div>
		<div class="field">
			<label for="minutes">Minutes</label>
			<p class="hint" id="minutes-hint">From 15 to 480, in steps of 15.</p>
			<input class="short" required id="minutes" name="minutes" type="number" inputmode="numeric" min="15" max="480" step="15" value="{{V_MINUTES}}" aria-describedby="minutes-hint{{#E_MINUTES}} minutes-error{{/E_MINUTES}}"{{#E_MINUTES}} aria-invalid="true"{{/E_MINUTES}}>
			{{#E_MINUTES}}<p class="error" id="minutes-error"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#exclamation-circle"></use></svg>{{E_MINUTES_TEXT}}</p>{{/E_MINUTES}}
		</div>
		<label class="check"><input type="checkbox" name="discovery" value="1"{{#IS_DISCOVERY}} checked{{/IS_DISCOVERY}}><span>First conversation<small>Each client can book it once. Short, and free or nearly so.</small></span></label>
		{{#CHANGING}}<label class="check"><input type="checkbox" name="active" value="1"{{#IS_ACTIVE}} checked{{/IS_ACTIVE}}><span>Active<small>Off: nobody can book it; what is booked stays.</small></span></label>{{/CHANGING}}
	</section>
	<section class="card form" aria-labelledby="where-h">
		<h3 class="h2" id="where-h">Where you meet</h3>
		<fieldset class="field"><legend>How you meet</legend>
			<div class="picks">
				<label class="pick"><input type="radio" name="mode" value="online" required{{#MODE_ONLINE}} checked{{/MODE_ONLINE}}><span><b>Online</b><small>A link comes with the confirmation</small></span></label>
				<label class="pick"><input type="radio" name="mode" value="in-person"{{#MODE_PERSON}} checked{{/MODE_PERSON}}><span><b>In person</b><small>The address comes with the confirmation</small></span></label>
			</div>
			{{#E_MODE}}<p class="error" id="mode-error"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#exclamation-circle"></use></svg>{{E_MODE_TEXT}}</p>{{/E_MODE}}
		</fieldset>
		<div class="field">
			<label for="meeting-url">Address of the online room <span class="opt">(optional)</span></label>
			<p class="hint" id="meeting-url-hint">Online only. Begins with https://; {no} in it becomes the number of the booking, so each session has its own room.</p>
			<input id="meeting-url" name="meeting-url" type="text" maxlength="300" value="{{V_MEETING_URL}}" inputmode="url" autocomplete="off" aria-describedby="meeting-url-hint{{#E_MEETING_URL}} meeting-url-error{{/E_MEETING_URL}}"{{#E_MEETING_URL}} aria-invalid="true"{{/E_MEETING_URL}}>
			{{#E_MEETING_URL}}<p class="error" id="meeting-url-error"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#exclamation-circle"></use></svg>{{E_MEETING_URL_TEXT}}</p>{{/E_MEETING_URL}}
		</div>
		<div class="field">
			<label for="place-public">Place that everybody may read <span class="opt">(optional)</span></label>
			<p class="hint" id="place-public-hint">Such as: Berlin Mitte. Nothing: your city.</p>
			<input id="place-public" name="place-public" type="text" maxlength="120" value="{{V_PLACE_PUBLIC}}" aria-describedby="place-public-hint{{#E_PLACE_PUBLIC}} place-public-error{{/E_PLACE_PUBLIC}}"{{#E_PLACE_PUBLIC}} aria-invalid="true"{{/E_PLACE_PUBLIC}}>
			{{#E_PLACE_PUBLIC}}<p class="error" id="place-public-error"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#exclamation-circle"></use></svg>{{E_PLACE_PUBLIC_TEXT}}</p>{{/E_PLACE_PUBLIC}}
		</div>
		<div class="field">
			<label for="place">Address <span class="opt">(optional)</span></label>
			<p class="hint" id="place-hint">In person only. Clients see it when they have booked.</p>
			<input id="place" name="place" type="text" maxlength="300" value="{{V_PLACE}}" aria-describedby="place-hint{{#E_PLACE}} place-error{{/E_PLACE}}"{{#E_PLACE}} aria-invalid="true"{{/E_PLACE}}>
			{{#E_PLACE}}<p class="error" id="place-error"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#exclamation-circle"></use></svg>{{E_PLACE_TEXT}}</p>{{/E_PLACE}}
		</div>
		<div class="field">
			<label for="access-note">How to get in <span class="opt">(optional)</span></label>
			<p class="hint" id="access-note-hint">Bell, floor, lift. Seen when booked.</p>
			<input id="access-note" name="access-note" type="text" maxlength="500" value="{{V_ACCESS_NOTE}}" aria-describedby="access-note-hint{{#E_ACCESS_NOTE}} access-note-error{{/E_ACCESS_NOTE}}"{{#E_ACCESS_NOTE}} aria-invalid="true"{{/E_ACCESS_NOTE}}>
			{{#E_ACCESS_NOTE}}<p class="error" id="access-note-error"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#exclamation-circle"></use></svg>{{E_ACCESS_NOTE_TEXT}}</p>{{/E_ACCESS_NOTE}}
		</div>
		<div class="field">
			<label for="prepare-note">What to prepare <span class="opt">(optional)</span></label>
			<p class="hint" id="prepare-note-hint">Goes with the confirmation and the reminders.</p>
			<textarea id="prepare-note" name="prepare-note" maxlength="1000" data-counter aria-describedby="prepare-note-hint{{#E_PREPARE_NOTE}} prepare-note-error{{/E_PREPARE_NOTE}}"{{#E_PREPARE_NOTE}} aria-invalid="true"{{/E_PREPARE_NOTE}}>{{V_PREPARE_NOTE}}</textarea>
			{{#E_PREPARE_NOTE}}<p class="error" id="prepare-note-error"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#exclamation-circle"></use></svg>{{E_PREPARE_NOTE_TEXT}}</p>{{/E_PREPARE_NOTE}}
		</div>
	</section>
	<section class="card form" aria-labelledby="when-h">
		<h3 class="h2" id="when-h">When it can be booked</h3>
		<div class="field">
			<label for="before">Minutes kept free before</label>
			<input class="short" id="before" name="before" type="number" inputmode="numeric" min="0" max="240" step="1" value="{{V_BEFORE}}"{{#E_BEFORE}} aria-describedby="before-error" aria-invalid="true"{{/E_BEFORE}}>
			{{#E_BEFORE}}<p class="error" id="before-error"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#exclamation-circle"></use></svg>{{E_BEFORE_TEXT}}</p>{{/E_BEFORE}}
		</div>
		<div class="field">
			<label for="after">Minutes kept free after</label>
			<input class="short" id="after" name="after" type="number" inputmode="numeric" min="0" max="240" step="1" value="{{V_AFTER}}"{{#E_AFTER}} aria-describedby="after-error" aria-invalid="true"{{/E_AFTER}}>
			{{#E_AFTER}}<p class="error" id="after-error"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#exclamation-circle"></use></svg>{{E_AFTER_TEXT}}</p>{{/E_AFTER}}
		</div>
		<div class="field">
			<label for="notice">Hours of notice</label>
			<p class="hint" id="notice-hint">How long before the start it can be booked at the latest.</p>
			<input class="short" id="notice" name="notice" type="number" inputmode="numeric" min="0" max="720" step="1" value="{{V_NOTICE}}" aria-describedby="notice-hint{{#E_NOTICE}} notice-error{{/E_NOTICE}}"{{#E_NOTICE}} aria-invalid="true"{{/E_NOTICE}}>
			{{#E_NOTICE}}<p class="error" id="notice-error"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#exclamation-circle"></use></svg>{{E_NOTICE_TEXT}}</p>{{/E_NOTICE}}
		</div>
		<div class="field">
			<label for="horizon">Days ahead</label>
			<p class="hint" id="horizon-hint">How far into the future it can be booked.</p>
			<input class="short" required id="horizon" name="horizon" type="number" inputmode="numeric" min="1" max="365" step="1" value="{{V_HORIZON}}" aria-describedby="horizon-hint{{#E_HORIZON}} horizon-error{{/E_HORIZON}}"{{#E_HORIZON}} aria-invalid="true"{{/E_HORIZON}}>
			{{#E_HORIZON}}<p class="error" id="horizon-error"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#exclamation-circle"></use></svg>{{E_HORIZON_TEXT}}</p>{{/E_HORIZON}}
		</div>
		<div class="field">
			<label for="cap">Sessions a day at most</label>
			<p class="hint" id="cap-hint">All your sessions count. 0: as many as fit.</p>
			<input class="short" id="cap" name="cap" type="number" inputmode="numeric" min="0" max="50" step="1" value="{{V_CAP}}" aria-describedby="cap-hint{{#E_CAP}} cap-error{{/E_CAP}}"{{#E_CAP}} aria-invalid="true"{{/E_CAP}}>
			{{#E_CAP}}<p class="error" id="cap-error"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#exclamation-circle"></use></svg>{{E_CAP_TEXT}}</p>{{/E_CAP}}
		</div>
		<div class="field">
			<label for="step">Times begin every</label>
			<p class="hint" id="step-hint">Counted from the beginning of your hours.</p>
			<select class="auto" id="step" name="step" aria-describedby="step-hint{{#E_STEP}} step-error{{/E_STEP}}"{{#E_STEP}} aria-invalid="true"{{/E_STEP}}>{{#STEP_OPTION}}<option value="{{STEP_MINUTES}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{STEP_MINUTES}} minutes</option>{{/STEP_OPTION}}</select>
			{{#E_STEP}}<p class="error" id="step-error"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#exclamation-circle"></use></svg>{{E_STEP_TEXT}}</p>{{/E_STEP}}
		</div>
	</section>
{{>POLICY_EDIT}}
	<div class="row"><button class="btn" name="do" value="save">{{#ADDING}}Add service{{/ADDING}}{{#CHANGING}}Save changes{{/CHANGING}}</button><a class="btn second" href="/practice/services">Back to the list</a></div>
</form>
