<input type="hidden" name="token" value="{{TOKEN}}">
