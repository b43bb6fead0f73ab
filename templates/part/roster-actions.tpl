{{#MISSING}}
<div class="notice warn"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#exclamation-triangle"></use></svg><div class="stack s"><p>Cannot be approved yet. What is missing:</p><ul>{{#MISSING_SERVICE}}<li>At least one active service</li>{{/MISSING_SERVICE}}{{#MISSING_HOURS}}<li>Opening hours</li>{{/MISSING_HOURS}}</ul></div></div>
{{/MISSING}}
{{#APPROVE}}
<section class="card" aria-labelledby="approve-h">
	<h2 id="approve-h">Approve</h2>
	<p>The coach can be found and booked from now on.</p>
	<form method="post" action="/practice/coaches/{{COACH_ID}}">{{>FORM}}<button class="btn wide" name="do" value="approve">Approve</button></form>
</section>
{{/APPROVE}}
{{#REACTIVATE}}
<section class="card" aria-labelledby="reactivate-h">
	<h2 id="reactivate-h">Reactivate</h2>
	<p>The coach is approved again, and can be found and booked.</p>
	<form method="post" action="/practice/coaches/{{COACH_ID}}">{{>FORM}}<button class="btn wide" name="do" value="reactivate">Reactivate</button></form>
</section>
{{/REACTIVATE}}
{{#REJECT}}
<section class="card" id="reject" aria-labelledby="reject-h">
	<h2 id="reject-h">Reject</h2>
	<form class="form" method="post" action="/practice/coaches/{{COACH_ID}}">{{>FORM}}
		<div class="field"><label for="reject-reason">Reason</label>
			<p class="hint" id="reject-hint">The coach reads it, word for word.</p>
			<textarea id="reject-reason" name="reason" maxlength="400" rows="4" data-counter required aria-describedby="reject-hint{{#E_REASON}} reject-error{{/E_REASON}}"{{#E_REASON}} aria-invalid="true"{{/E_REASON}}>{{V_REASON}}</textarea>
			{{#E_REASON}}<p class="error" id="reject-error"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#exclamation-circle"></use></svg>{{E_REASON_TEXT}}</p>{{/E_REASON}}</div>
		<button class="btn danger wide" name="do" value="reject">Reject this coach</button>
	</form>
</section>
{{/REJECT}}
{{#SUSPEND}}
<section class="card" aria-labelledby="suspend-h">
	<h2 id="suspend-h">Suspend</h2>
	<p>Nobody finds or books this coach any more. What is booked stays.</p>
	<form class="form" method="post" action="/practice/coaches/{{COACH_ID}}">{{>FORM}}
		<div class="field"><label for="suspend-reason">Reason</label>
			<p class="hint" id="suspend-hint">The coach reads it, word for word.</p>
			<textarea id="suspend-reason" name="reason" maxlength="400" rows="4" data-counter required aria-describedby="suspend-hint{{#E_REASON}} suspend-error{{/E_REASON}}"{{#E_REASON}} aria-invalid="true"{{/E_REASON}}>{{V_REASON}}</textarea>
			{{#E_REASON}}<p class="error" id="suspend-error"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#exclamation-circle"></use></svg>{{E_REASON_TEXT}}</p>{{/E_REASON}}</div>
		<button class="btn danger wide" name="do" value="suspend">Suspend this coach</button>
	</form>
</section>
{{/SUSPEND}}
{{#DONE_WITH}}<p class="small muted">A rejection is final.</p>{{/DONE_WITH}}
