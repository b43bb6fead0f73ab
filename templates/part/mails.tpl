{{#MAILS}}
<table class="table fold">
	<caption class="vh">Mail about this booking</caption>
	<thead><tr><th scope="col">Message</th><th scope="col">When</th><th scope="col">State</th></tr></thead>
	<tbody>
	{{#MAIL}}
		<tr><th scope="row">{{MAIL_NAME}}{{#TO_OTHER}}<br><span class="small muted">to {{OTHER_NAME}}</span>{{/TO_OTHER}}</th><td data-label="When">{{MAIL_AT}}</td><td data-label="State">
			{{#QUEUED}}On its way{{/QUEUED}}
			{{#TRYING}}Not delivered yet, we keep trying{{#ANSWER}}<br><span class="small muted">{{ANSWER_TEXT}}</span>{{/ANSWER}}{{/TRYING}}
			{{#ACCEPTED}}Accepted by the mail server{{#ANSWER}}<br><span class="small muted">{{ANSWER_TEXT}}</span>{{/ANSWER}}{{/ACCEPTED}}
			{{#REFUSED}}<b>Refused by the mail server</b>{{#ANSWER}}<br><span class="small muted">{{ANSWER_TEXT}}</span>{{/ANSWER}}{{/REFUSED}}
			{{#GIVEN_UP}}<b>Could not be delivered within a day</b>{{#ANSWER}}<br><span class="small muted">{{ANSWER_TEXT}}</span>{{/ANSWER}}{{/GIVEN_UP}}
			{{#DROPPED}}Not sent{{#ANSWER}}<br><span class="small muted">{{ANSWER_TEXT}}</span>{{/ANSWER}}{{/DROPPED}}
			{{#PLANNED}}Planned{{/PLANNED}}
		</td></tr>
	{{/MAIL}}
	</tbody>
</table>
{{/MAILS}}
