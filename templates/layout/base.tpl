<!doctype html>
<html lang="{{LANG}}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<title>{{TITLE}} – {{SITE}}</title>
<meta name="color-scheme" content="light dark">
<meta name="theme-color" content="#fbfcfc" media="(prefers-color-scheme: light)">
<meta name="theme-color" content="#0e1211" media="(prefers-color-scheme: dark)">
<link rel="icon" href="/img/favicon.svg" type="image/svg+xml">
<link rel="preload" href="/fonts/inter.woff2" as="font" type="font/woff2" crossorigin="anonymous">
<link rel="stylesheet" href="/css/praxis.css">
<link rel="stylesheet" href="/css/tenant.css">
<script type="module" src="/js/app.js"></script>
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
{{#DEMO}}
<aside class="demo" aria-label="Demonstration"><div class="wrap">
	<span><b>Demonstration.</b> No real money, no real mail.</span>
	<a href="/help/demo">What you can try here</a>
</div></aside>
{{/DEMO}}
<header class="top"><div class="wrap">
	<a class="brand" href="/">
		<svg aria-hidden="true"><use href="/img/logo.svg#mark"></use></svg>
		<span>{{SITE}}</span>
	</a>
	<nav class="nav" aria-label="Main">
		<a class="wide-only" href="/coaches">Find a coach</a>
		<a class="wide-only" href="/help">Help</a>
		{{#SIGNED_IN}}
		<a class="wide-only" href="/account/bookings">My bookings</a>
		<details class="menu">
			<summary><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#person-circle"></use></svg><span class="wide-only">{{MY_NAME}}</span><span class="phone-only">Menu</span></summary>
			<div>
				<p>Signed in as <b>{{MY_NAME}}</b></p>
				<a class="phone-only" href="/coaches"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#search"></use></svg>Find a coach</a>
				<a href="/account/bookings"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#calendar3"></use></svg>My bookings</a>
				{{#COACH}}
				<a href="/practice/profile"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#people"></use></svg>My practice</a>
				{{/COACH}}
				{{#ADMIN}}
				<hr>
				<a href="/practice/coaches"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#people"></use></svg>Coaches</a>
				<a href="/backoffice/audit"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#journal-text"></use></svg>Audit</a>
				<a href="/backoffice/health"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#life-preserver"></use></svg>Health</a>
				<a href="/backoffice/settings"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#sliders"></use></svg>Marketplace</a>
				{{/ADMIN}}
				<hr>
				<a href="/account/settings"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#gear"></use></svg>Settings</a>
				<a href="/account/security"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#shield-lock"></use></svg>Security</a>
				<a href="/help"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#question-circle"></use></svg>Help</a>
				<hr>
				<form method="post" action="/logout">{{>FORM}}
					<button><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#box-arrow-right"></use></svg>Sign out</button>
				</form>
			</div>
		</details>
		{{/SIGNED_IN}}
		{{#VISITOR}}
		<a class="wide-only" href="/login">Sign in</a>
		<a class="wide-only btn" href="/signup">Create account</a>
		<details class="menu phone-only">
			<summary><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#list"></use></svg>Menu</summary>
			<div>
				<a href="/coaches"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#search"></use></svg>Find a coach</a>
				<a href="/help"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#question-circle"></use></svg>Help</a>
				<hr>
				<a href="/login"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#person"></use></svg>Sign in</a>
				<a href="/signup"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#plus-lg"></use></svg>Create account</a>
			</div>
		</details>
		{{/VISITOR}}
	</nav>
</div></header>
<main id="main" tabindex="-1">
{{#NOTICE}}
<div class="wrap flash" role="status"><div class="notice good">
	<svg class="icon" aria-hidden="true"><use href="/img/icons.svg#check-circle"></use></svg><p>{{NOTICE_TEXT}}</p>
</div></div>
{{/NOTICE}}
{{#FAULT}}
<div class="wrap flash" role="alert"><div class="notice bad">
	<svg class="icon" aria-hidden="true"><use href="/img/icons.svg#exclamation-circle"></use></svg><p>{{FAULT_TEXT}}</p>
</div></div>
{{/FAULT}}
{{>PAGE}}
</main>
<footer class="foot"><div class="wrap">
	<span class="grow">{{SITE}}. Times are shown in {{ZONE}}; it is {{NOW_TEXT}} there.</span>
	<a href="/help">Help</a>
	<a href="/legal/terms">Terms</a>
	<a href="/legal/privacy">Privacy</a>
	<a href="/legal/imprint">Imprint</a>
</div></footer>
</body>
</html>
