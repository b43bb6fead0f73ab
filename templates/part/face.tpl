{{#FACE}}<img class="face" src="{{FACE_PICTURE}}" width="48" height="48" alt="">{{/FACE}}{{#INITIALS}}<span class="face" aria-hidden="true">{{FACE_INITIALS}}</span>{{/INITIALS}}
