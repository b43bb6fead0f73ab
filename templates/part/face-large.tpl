{{#FACE}}<img class="face l" src="{{FACE_PICTURE}}" width="72" height="72" alt="" loading="lazy">{{/FACE}}{{#INITIALS}}<span class="face l" aria-hidden="true">{{FACE_INITIALS}}</span>{{/INITIALS}}
