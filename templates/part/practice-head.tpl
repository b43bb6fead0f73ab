<header class="bar">
	<div class="row"><h1>{{PRACTICE_NAME}}</h1><span class="state {{STATUS_CLASS}}">{{STATUS}}</span></div>
	<div class="row">{{#PUBLISHED}}<a class="btn quiet" href="/coaches/{{PRACTICE_SLUG}}">Public profile</a>{{/PUBLISHED}}<a class="btn second" href="/practice/availability"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#calendar-week"></use></svg>My hours</a></div>
</header>
<nav class="tabs" aria-label="Practice"><a href="/practice/profile"{{#TAB_PROFILE}} aria-current="page"{{/TAB_PROFILE}}>Profile</a><a href="/practice/services"{{#TAB_SERVICES}} aria-current="page"{{/TAB_SERVICES}}>Services</a><a href="/practice/bookings"{{#TAB_BOOKINGS}} aria-current="page"{{/TAB_BOOKINGS}}>Bookings</a><a href="/practice/integrations"{{#TAB_INTEGRATIONS}} aria-current="page"{{/TAB_INTEGRATIONS}}>Integrations</a></nav>
