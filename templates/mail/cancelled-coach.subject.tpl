Cancelled: {{SERVICE}} with {{OTHER}}, {{DAY}}
