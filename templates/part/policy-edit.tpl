	<section class="card form" aria-labelledby="policy-h">
		<h3 class="h2" id="policy-h">Cancelling and moving</h3>
		<p class="small muted">Each step holds until so many hours before the start. After the last one nothing is given back and nothing can be moved. Rows that you leave empty do not count.</p>
		{{#STEP}}
		<fieldset class="field"><legend class="small">Step {{STEP_NO}}</legend>
			<div class="beside">
				<div class="field"><label for="hours{{STEP_NO}}">Hours before</label><input class="short" id="hours{{STEP_NO}}" name="hours{{STEP_NO}}" type="number" inputmode="numeric" min="0" max="8760" value="{{STEP_HOURS}}"{{#STEP_FAULT}} aria-invalid="true" aria-describedby="step{{STEP_NO}}-error"{{/STEP_FAULT}}></div>
				<div class="field"><label for="percent{{STEP_NO}}">Percent back</label><input class="short" id="percent{{STEP_NO}}" name="percent{{STEP_NO}}" type="number" inputmode="numeric" min="0" max="100" value="{{STEP_PERCENT}}"></div>
				<div class="field"><label for="moves{{STEP_NO}}">Moves</label><input class="short" id="moves{{STEP_NO}}" name="moves{{STEP_NO}}" type="number" inputmode="numeric" min="0" max="20" value="{{STEP_MOVES}}"></div>
			</div>
			{{#STEP_FAULT}}<p class="error" id="step{{STEP_NO}}-error"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#exclamation-circle"></use></svg>{{STEP_SAYS}}</p>{{/STEP_FAULT}}
		</fieldset>
		{{/STEP}}
		<label class="check"><input type="checkbox" name="no-show" value="1"{{#IS_NO_SHOW}} checked{{/IS_NO_SHOW}}><span>Who misses a session may move it once for free</span></label>
	</section>
