Coming up: {{SERVICE}} with {{OTHER}}, {{DAY}}
