{{#POLICY}}

If something comes up:
{{#POLICY_STEP}}
- {{POLICY_LINE}}
{{/POLICY_STEP}}
Moving and cancelling: {{BOOKING_URL}}
{{/POLICY}}
