{{#PAGER}}
<nav class="pager" aria-label="Pages">
	{{#FIRST}}<a class="btn second" rel="first" href="?show={{LIST_NAME:url_query_escape}}">Back to the start</a>{{/FIRST}}
	{{#NEXT}}<a class="btn second" rel="next" href="?show={{LIST_NAME:url_query_escape}}&amp;after={{NEXT_KEY:url_query_escape}}">{{#PAST}}Earlier bookings{{/PAST}}{{#UPCOMING}}Later bookings{{/UPCOMING}}<svg class="icon" aria-hidden="true"><use href="/img/icons.svg#arrow-right"></use></svg></a>{{/NEXT}}
</nav>
{{/PAGER}}
