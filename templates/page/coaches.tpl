<div class="wrap">
<header class="head">
	<h1>Find a coach</h1>
	<p class="lead">Everybody here has been approved by us. Times are the coaches' real free times.</p>
</header>
<div class="split left">
<div class="sticky stack">
	<button class="btn second wide sheet-only" type="button" popovertarget="filters"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#sliders"></use></svg>Filters{{#CHIPS}}<span class="chip">{{CHIP_COUNT}}<span class="vh"> chosen</span></span>{{/CHIPS}}</button>
	<div class="filters" id="filters" popover role="group" aria-label="Filters">
	<div class="form">
		<div class="bar sheet-only"><h2>Filters</h2><button class="btn quiet square" type="button" popovertarget="filters" popovertargetaction="hide" aria-label="Close the filters"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#x-lg"></use></svg></button></div>
		<div class="field"><label for="topic">Topic</label>
			<select id="topic" name="topic" form="find"><option value="">All topics</option>{{#TOPIC_OPTION}}<option value="{{OPTION_VALUE}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{OPTION_SAYS}}</option>{{/TOPIC_OPTION}}</select></div>
		<fieldset><legend>Meeting</legend>
			<label class="check"><input type="checkbox" name="online" value="1" form="find"{{#IS_ONLINE}} checked{{/IS_ONLINE}}><span>Online</span></label>
			<label class="check"><input type="checkbox" name="person" value="1" form="find"{{#IS_PERSON}} checked{{/IS_PERSON}}><span>In person</span></label>
		</fieldset>
		<div class="field"><label for="lang">Language</label>
			<select id="lang" name="lang" form="find"><option value="">Any language</option>{{#LANG_OPTION}}<option value="{{OPTION_VALUE}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{OPTION_SAYS}}</option>{{/LANG_OPTION}}</select></div>
		<div class="field"><label for="country">Country</label>
			<select id="country" name="country" form="find"><option value="">Any country</option>{{#COUNTRY_OPTION}}<option value="{{OPTION_VALUE}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{OPTION_SAYS}}</option>{{/COUNTRY_OPTION}}</select></div>
		<div class="field"><label for="city">City</label>
			<input id="city" name="city" form="find" list="cities" maxlength="80" autocomplete="off" value="{{V_CITY}}">
			<datalist id="cities">{{#CITY_OPTION}}<option value="{{OPTION_VALUE}}"></option>{{/CITY_OPTION}}</datalist></div>
		<fieldset class="field"><legend>Price of a session, in {{CURRENCY}}</legend>
			<div class="withbtn"><input name="from" inputmode="decimal" form="find" aria-label="Lowest price" placeholder="From" value="{{V_FROM}}"><input name="to" inputmode="decimal" form="find" aria-label="Highest price" placeholder="To" value="{{V_TO}}"></div>
			{{#E_FROM}}<p class="error"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#exclamation-circle"></use></svg>{{E_FROM_TEXT}}</p>{{/E_FROM}}
			{{#E_TO}}<p class="error"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#exclamation-circle"></use></svg>{{E_TO_TEXT}}</p>{{/E_TO}}
		</fieldset>
		<div class="field"><label for="by">Free by</label><input id="by" name="by" type="date" form="find" value="{{V_BY}}"{{#E_BY}} aria-invalid="true" aria-describedby="by-error"{{/E_BY}}>
			{{#E_BY}}<p class="error" id="by-error"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#exclamation-circle"></use></svg>{{E_BY_TEXT}}</p>{{/E_BY}}</div>
		<div class="row"><button class="btn grow" form="find">Show coaches</button><a class="btn quiet" href="/coaches">Clear</a></div>
	</div>
	</div>
</div>
<div class="stack l">
	<form class="stack" id="find" method="get" action="/coaches" role="search">
		<div class="search">
			<svg class="icon" aria-hidden="true"><use href="/img/icons.svg#search"></use></svg>
			<label class="vh" for="q">Search coaches</label>
			<input id="q" name="q" type="search" placeholder="Name, goal or topic" maxlength="100" value="{{V_Q}}">
			<button class="btn">Search</button>
		</div>
		{{#CHIPS}}
		<ul class="chips" aria-label="Chosen filters">
			{{#CHIP}}
			<li><a class="chip on" href="{{CHIP_WITHOUT}}">{{CHIP_SAYS}}<svg class="icon" aria-hidden="true"><use href="/img/icons.svg#x-lg"></use></svg><span class="vh">, take this filter away</span></a></li>
			{{/CHIP}}
		</ul>
		{{/CHIPS}}
		<div class="bar">
			<p class="muted" role="status">{{COUNT}}</p>
			<div class="row"><label class="small muted" for="sort">Sort by</label>
				<select class="input auto" id="sort" name="sort" data-auto>{{#SORT_OPTION}}<option value="{{OPTION_VALUE}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{OPTION_SAYS}}</option>{{/SORT_OPTION}}</select></div>
		</div>
	</form>
	{{#FOUND}}
	<h2 class="vh">Coaches</h2>
	<ul class="grid">
		{{#COACHES}}{{>COACH_CARD}}{{/COACHES}}
	</ul>
	{{/FOUND}}
	{{#NOBODY}}
	<div class="empty"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#search"></use></svg>
		<h2>Nobody fits all of this</h2>
		<p>Take a filter away, try a shorter word, or look at everybody.</p>
		<a class="btn" href="/coaches">Show all coaches</a></div>
	{{/NOBODY}}
	{{#PAGER}}
	<nav class="pager" aria-label="Pages">
		{{#START}}<a class="btn second" href="{{START_ADDRESS}}">Back to the start</a>{{/START}}
		{{#MORE}}<a class="btn second" rel="next" href="{{MORE_ADDRESS}}">More coaches<svg class="icon" aria-hidden="true"><use href="/img/icons.svg#arrow-right"></use></svg></a>{{/MORE}}
	</nav>
	{{/PAGER}}
</div>
</div>
</div>
