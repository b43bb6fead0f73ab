When:  {{WHEN}}
{{#THEIR_TIME}}
       {{THEIR_WHEN}}, for {{THEIR_NAME}}
{{/THEIR_TIME}}
What:  {{SERVICE}} with {{OTHER}}
{{#ONLINE}}
Where: Online. Join from here: {{JOIN_URL}}
{{/ONLINE}}
{{#PERSON}}
Where: {{PLACE}}
{{#ACCESS}}
       {{ACCESS_NOTE}}
{{/ACCESS}}
{{/PERSON}}
