New booking: {{SERVICE}} with {{OTHER}}, {{DAY}}
