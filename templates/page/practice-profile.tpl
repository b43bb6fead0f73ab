<div class="wrap stack l">
{{>PRACTICE_HEAD}}
<div class="split">
<form class="form" method="post" action="/practice/profile">{{>FORM}}
	<section class="card form" aria-labelledby="you-h">
		<h2 id="you-h">About you</h2>
		<div class="field">
			<label for="name">Display name</label>
			<input required id="name" name="name" type="text" maxlength="120" value="{{V_NAME}}" autocomplete="off"{{#E_NAME}} aria-describedby="name-error" aria-invalid="true"{{/E_NAME}}>
			{{#E_NAME}}<p class="error" id="name-error"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#exclamation-circle"></use></svg>{{E_NAME_TEXT}}</p>{{/E_NAME}}
		</div>
		<div class="field">
			<label for="headline">Headline <span class="opt">(optional)</span></label>
			<p class="hint" id="headline-hint">One sentence that says whom you help, and with what.</p>
			<input id="headline" name="headline" type="text" maxlength="160" value="{{V_HEADLINE}}" aria-describedby="headline-hint{{#E_HEADLINE}} headline-error{{/E_HEADLINE}}"{{#E_HEADLINE}} aria-invalid="true"{{/E_HEADLINE}}>
			{{#E_HEADLINE}}<p class="error" id="headline-error"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#exclamation-circle"></use></svg>{{E_HEADLINE_TEXT}}</p>{{/E_HEADLINE}}
		</div>
		<div class="field">
			<label for="bio">About you <span class="opt">(optional)</span></label>
			<p class="hint" id="bio-hint">Line breaks stay as you type them; an empty line starts a new paragraph.</p>
			<textarea id="bio" name="bio" maxlength="5000" data-counter rows="10" aria-describedby="bio-hint{{#E_BIO}} bio-error{{/E_BIO}}"{{#E_BIO}} aria-invalid="true"{{/E_BIO}}>{{V_BIO}}</textarea>
			{{#E_BIO}}<p class="error" id="bio-error"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#exclamation-circle"></use></svg>{{E_BIO_TEXT}}</p>{{/E_BIO}}
		</div>
	</section>
	<section class="card form" aria-labelledby="found-h">
		<h2 id="found-h">What you are found by</h2>
		<div class="field" data-chips="12">
			<label for="specialties">Specialties <span class="opt">(optional)</span></label>
			<p class="hint" id="specialties-hint">Separated by commas, such as: Career, Leadership, Confidence.</p>
			<input id="specialties" name="specialties" type="text" maxlength="800" value="{{V_SPECIALTIES}}" aria-describedby="specialties-hint{{#E_SPECIALTIES}} specialties-error{{/E_SPECIALTIES}}"{{#E_SPECIALTIES}} aria-invalid="true"{{/E_SPECIALTIES}}>
			{{#E_SPECIALTIES}}<p class="error" id="specialties-error"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#exclamation-circle"></use></svg>{{E_SPECIALTIES_TEXT}}</p>{{/E_SPECIALTIES}}
		</div>
		<div class="field">
			<label for="custom">In your own words <span class="opt">(optional)</span></label>
			<p class="hint" id="custom-hint">A specialty that no single word names. It stands beside the others on your profile.</p>
			<input id="custom" name="custom" type="text" maxlength="120" value="{{V_CUSTOM}}" aria-describedby="custom-hint{{#E_CUSTOM}} custom-error{{/E_CUSTOM}}"{{#E_CUSTOM}} aria-invalid="true"{{/E_CUSTOM}}>
			{{#E_CUSTOM}}<p class="error" id="custom-error"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#exclamation-circle"></use></svg>{{E_CUSTOM_TEXT}}</p>{{/E_CUSTOM}}
		</div>
		<div class="field" data-chips="12">
			<label for="languages">Languages <span class="opt">(optional)</span></label>
			<p class="hint" id="languages-hint">Separated by commas, the one you like best first.</p>
			<input id="languages" name="languages" type="text" maxlength="800" value="{{V_LANGUAGES}}" aria-describedby="languages-hint{{#E_LANGUAGES}} languages-error{{/E_LANGUAGES}}"{{#E_LANGUAGES}} aria-invalid="true"{{/E_LANGUAGES}}>
			{{#E_LANGUAGES}}<p class="error" id="languages-error"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#exclamation-circle"></use></svg>{{E_LANGUAGES_TEXT}}</p>{{/E_LANGUAGES}}
		</div>
	</section>
	<section class="card form" aria-labelledby="where-h">
		<h2 id="where-h">Where you are</h2>
		<div class="field">
			<label for="city">City <span class="opt">(optional)</span></label>
			<input id="city" name="city" type="text" maxlength="80" value="{{V_CITY}}"{{#E_CITY}} aria-describedby="city-error" aria-invalid="true"{{/E_CITY}}>
			{{#E_CITY}}<p class="error" id="city-error"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#exclamation-circle"></use></svg>{{E_CITY_TEXT}}</p>{{/E_CITY}}
		</div>
		<div class="field">
			<label for="country">Country <span class="opt">(optional)</span></label>
			<select id="country" name="country"{{#E_COUNTRY}} aria-describedby="country-error" aria-invalid="true"{{/E_COUNTRY}}><option value="">Not specified</option>{{#COUNTRY_OPTION}}<option value="{{COUNTRY_CODE}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{COUNTRY_NAME}}</option>{{/COUNTRY_OPTION}}</select>
			{{#E_COUNTRY}}<p class="error" id="country-error"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#exclamation-circle"></use></svg>{{E_COUNTRY_TEXT}}</p>{{/E_COUNTRY}}
		</div>
		<div class="field">
			<label for="zone">Time zone</label>
			<p class="hint" id="zone-hint">Your hours are read in it. Sessions that are booked stay at their moment.</p>
			<select id="zone" name="zone" aria-describedby="zone-hint{{#E_ZONE}} zone-error{{/E_ZONE}}"{{#E_ZONE}} aria-invalid="true"{{/E_ZONE}}>{{#ZONE_OPTION}}<option value="{{ZONE_NAME}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{ZONE_NAME}}</option>{{/ZONE_OPTION}}</select>
			{{#E_ZONE}}<p class="error" id="zone-error"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#exclamation-circle"></use></svg>{{E_ZONE_TEXT}}</p>{{/E_ZONE}}
		</div>
	</section>
	<div class="row"><button class="btn" name="do" value="save">Save changes</button><a class="btn second" href="/practice/profile">Reset</a></div>
</form>
{{>PRACTICE_CARD}}
</div>
</div>
