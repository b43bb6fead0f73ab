<aside class="sticky stack" aria-label="At a glance">
	<section class="card" aria-labelledby="glance-h">
		<h2 id="glance-h">At a glance</h2>
		<dl class="defs">
			<div><dt>Status</dt><dd><span class="state {{STATUS_CLASS}}">{{STATUS}}</span><span class="block small muted">since {{STATUS_SINCE}}</span>{{#STATUS_WHY}}<span class="block small">{{STATUS_REASON}}</span>{{/STATUS_WHY}}</dd></div>
			<div><dt>Place</dt><dd>{{PRACTICE_PLACE}}</dd></div>
			<div><dt>Specialties</dt><dd>{{#KNOWS}}<ul class="chips" aria-label="Specialties">{{#KNOWN}}<li class="chip">{{KNOWN_NAME}}</li>{{/KNOWN}}</ul>{{/KNOWS}}{{#KNOWS_NONE}}Not specified{{/KNOWS_NONE}}</dd></div>
			<div><dt>Connections</dt><dd><ul class="stack s">
				<li>{{#CALEU_ON}}<span class="link-state on"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#check-circle"></use></svg>Cal.eu<span class="vh"> is connected</span></span>{{/CALEU_ON}}{{#CALEU_OFF}}<span class="link-state"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#x-circle"></use></svg>Cal.eu<span class="vh"> is not connected</span></span>{{/CALEU_OFF}}</li>
				<li><span class="link-state"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#x-circle"></use></svg>Stripe<span class="vh"> is not connected</span></span></li>
			</ul></dd></div>
		</dl>
	</section>
</aside>
