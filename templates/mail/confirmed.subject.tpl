Confirmed: {{SERVICE}} with {{OTHER}}, {{DAY}}
