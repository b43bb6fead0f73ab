Soon: {{SERVICE}} with {{OTHER}}, {{DAY}}
