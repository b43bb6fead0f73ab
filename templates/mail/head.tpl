<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>{{SUBJECT}}</title>
<style>
:root { color-scheme: light dark; }
body { margin: 0; padding: 24px 12px; background: #f2f5f4; color: #15201c;
	font: 16px/1.55 Inter, -apple-system, "Segoe UI", Roboto, Helvetica, Arial, sans-serif; }
.site, .card, .foot { max-width: 560px; margin: 0 auto; }
.site { padding: 0 4px 12px; font-weight: 600; color: #0b6b59; }
.card { background: #ffffff; border: 1px solid #e1e7e4; border-radius: 14px; padding: 28px 24px; }
.foot { padding: 16px 4px 0; font-size: 13px; color: #53605b; }
h1 { margin: 0 0 12px; font-size: 22px; line-height: 1.3; font-weight: 650; }
h2 { margin: 24px 0 8px; font-size: 16px; line-height: 1.4; }
p { margin: 0 0 14px; }
.card p:last-child { margin-bottom: 0; }
ul { margin: 0 0 14px; padding-left: 20px; }
a { color: #0b6b59; }
a.button { display: inline-block; margin: 6px 0; padding: 11px 20px; border-radius: 10px;
	background: #0b6b59; color: #ffffff; font-weight: 600; text-decoration: none; }
dl { margin: 0 0 18px; padding: 16px 18px; border-radius: 10px; background: #f2f5f4; }
dt { font-size: 13px; color: #53605b; }
dd { margin: 0 0 10px; font-weight: 600; }
dd.last { margin-bottom: 0; }
.was { font-weight: 400; text-decoration: line-through; }
.small { font-size: 13px; color: #53605b; overflow-wrap: anywhere; }
.lines { white-space: pre-line; }
@media (prefers-color-scheme: dark) {
	body { background: #0e1211; color: #e8eeeb; }
	.card { background: #151a19; border-color: #29312f; }
	.site, a { color: #7fd6c2; }
	a.button { background: #7fd6c2; color: #06130f; }
	dl { background: #1b2220; }
	dt, .foot, .small { color: #a3b0aa; }
}
</style>
</head>
<body>
<div class="site">{{SITE}}</div>
<div class="card">
