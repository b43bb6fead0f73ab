</div>
<div class="foot">
<p>{{SITE}}, <a href="{{ADDRESS}}">{{ADDRESS}}</a>. Questions? Answer this mail, or write to <a href="mailto:{{SUPPORT}}">{{SUPPORT}}</a>.</p>
</div>
</body>
</html>
