#!/usr/bin/env python3
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Draws the portraits of the demonstration: 24 invented people as flat SVG, 01.svg to 24.svg.

Run it in any directory; the files are written beside it and are the same every time."""

import math
import os
import re

# base, shade, deep (nose, ears), lips
SKIN = {
    'porcelain': ('#f6d9c8', '#eabfa8', '#d79d84', '#c96f67'),
    'light': ('#f0c9ae', '#e0ad8d', '#c98b6b', '#bd655a'),
    'peach': ('#eabf9f', '#d6a07c', '#b97f5c', '#b05f50'),
    'olive': ('#dcab83', '#c68e64', '#a46f49', '#a2574a'),
    'tan': ('#c98f63', '#af744a', '#8d5936', '#8f4a40'),
    'brown': ('#a56b45', '#8a5533', '#6c3f25', '#7c3a34'),
    'deep': ('#7f4e33', '#673c26', '#4c2a1a', '#652e2a'),
    'dark': ('#5f3a29', '#4a2b1d', '#351d13', '#50231f'),
}
# base, highlight
HAIR = {
    'black': ('#23201f', '#3a3533'),
    'ink': ('#2a2a35', '#42424f'),
    'espresso': ('#3b2920', '#543c2f'),
    'brown': ('#5b3d2a', '#76523a'),
    'chestnut': ('#7a4a2b', '#96603b'),
    'auburn': ('#8d4526', '#a95b36'),
    'copper': ('#b5622c', '#cb7c43'),
    'blond': ('#cfa163', '#e0b981'),
    'sand': ('#b08d5f', '#c5a477'),
    'grey': ('#8d8f92', '#a8aaad'),
    'silver': ('#c3c6c8', '#d9dbdd'),
    'white': ('#e4e4e1', '#f3f3f0'),
}

FACE = {
    'oval': 'M68 84C68 58 80 45 100 45S132 58 132 84C132 111 123 127 112 135 105 140 95 140 88 135 '
            '77 127 68 111 68 84Z',
    'square': 'M67 84C67 58 79 45 100 45S133 58 133 84C133 108 129 122 117 133 109 140 91 140 83 133 '
              '71 122 67 108 67 84Z',
    'round': 'M66 86C66 59 79 46 100 46S134 59 134 86C134 111 125 126 113 133 105 138 95 138 87 133 '
             '75 126 66 111 66 86Z',
    'long': 'M69 82C69 56 80 44 100 44S131 56 131 82C131 112 123 130 111 139 105 143 95 143 89 139 '
            '77 130 69 112 69 82Z',
}

CAP = 'M66 90C62 62 75 39 100 39S138 62 134 90C132 80 130 73 126 68'


def disc(x, y, r):
    return 'M%.0f %.0fa%d %d 0 1 0 %d 0 %d %d 0 1 0-%d 0Z' % (x - r, y, r, r, 2 * r, r, r, 2 * r)


def bumps(cx, cy, rx, ry, a0, a1, n, r):
    """A soft, curled edge: circles along an arc of an ellipse, angles in degrees."""
    out = []
    for i in range(n + 1):
        a = math.radians(a0 + (a1 - a0) * i / n)
        out.append(disc(cx + rx * math.cos(a), cy + ry * math.sin(a), r))
    return ''.join(out)


def hair(kind, c, hi):
    """(behind the body, before the face) of a hair style."""
    fill = '<path fill="%s" d="%s"/>'
    line = '<path fill="none" stroke="%s" stroke-width="2.2" stroke-linecap="round" d="%s"/>'
    back = front = ''
    if kind == 'part':
        front = (fill % (c, 'M66 90C62 76 63 62 70 54 70 43 84 35 100 35 121 33 136 46 137 62 138 72 '
                            '136 82 134 90 133 82 131 75 127 69 114 70 99 66 91 58 86 66 74 68 71 76 69 '
                            '81 67 85 66 90Z')
                 + line % (hi, 'M93 55C102 62 114 65 126 64M92 50C104 57 118 59 129 57'))
    elif kind == 'crop':
        front = (fill % (c, CAP + 'C120 60 109 59 100 59S80 60 74 68C70 73 68 80 66 90Z')
                 + line % (hi, 'M84 47C94 43 108 43 117 48'))
    elif kind == 'fade':
        front = ('<path fill="%s" opacity=".55" d="M66 90C62 66 70 50 80 45L122 45C131 50 138 66 134 90 '
                 '132 78 129 72 126 67L74 67C70 72 68 78 66 90Z"/>' % c
                 + fill % (c, 'M72 66C70 50 80 38 100 38S130 50 128 66C120 60 110 58 100 58S80 60 72 66Z'))
    elif kind == 'quiff':
        front = (fill % (c, 'M66 90C63 74 64 62 70 55 68 44 78 34 94 33 108 25 132 31 136 47 139 58 137 '
                            '76 134 90 132 80 130 73 126 67 117 68 110 62 105 59 96 64 82 61 75 67 70 72 '
                            '68 80 66 90Z')
                 + line % (hi, 'M80 53C90 44 106 39 124 44M90 55C100 47 114 45 128 52'))
    elif kind == 'tousled':
        front = (fill % (c, 'M66 92C60 78 61 64 67 56 64 46 76 38 84 40 90 30 106 30 112 36 124 31 136 42 '
                            '134 52 141 60 139 78 134 92 133 84 131 78 128 72 122 74 116 68 114 64 108 71 '
                            '98 68 96 62 90 70 80 70 77 66 71 74 68 82 66 92Z')
                 + line % (hi, 'M82 52C88 46 94 44 100 45M106 46C114 44 121 48 125 54'))
    elif kind == 'receding':
        front = (fill % (c, 'M66 96C60 78 62 64 70 54 76 46 86 42 92 42 82 50 76 60 73 70 70 78 69 88 66 '
                            '96ZM134 96C140 78 138 64 130 54 124 46 114 42 108 42 118 50 124 60 127 70 '
                            '130 78 131 88 134 96Z')
                 + '<path fill="%s" opacity=".5" d="M80 51C88 40 112 40 120 51 108 45 92 45 80 51Z"/>' % c)
    elif kind == 'bald':
        front = ''
    elif kind == 'horseshoe':
        front = fill % (c, 'M66 99C60 88 61 74 66 68 70 67 71 72 70 80 69 88 69 94 66 99ZM134 99C140 88 139 '
                           '74 134 68 130 67 129 72 130 80 131 88 131 94 134 99Z')
    elif kind == 'pixie':
        front = (fill % (c, 'M65 97C57 68 70 36 101 36S144 66 135 97C133 87 131 79 127 72 122 66 118 62 '
                            '113 58 106 70 89 76 74 73 70 80 68 87 65 97Z')
                 + line % (hi, 'M112 54C104 64 92 69 78 68M112 48C102 57 91 62 77 62'))
    elif kind == 'bob':
        back = fill % (c, 'M57 128C49 84 58 36 100 35S151 84 143 128C142 138 128 140 122 134L78 134C72 140 '
                          '58 138 57 128Z')
        front = (fill % (c, 'M64 112C57 74 69 41 99 39 131 38 143 74 136 112 134 96 131 82 124 70 112 72 '
                            '95 68 87 57 84 70 72 84 64 112Z')
                 + line % (hi, 'M90 53C98 61 112 65 124 63M131 76C135 88 136 100 135 112'))
    elif kind == 'fringe':
        back = fill % (c, 'M58 132C50 84 58 36 100 35S150 84 142 132C136 138 126 138 122 132L78 132C74 138 '
                          '64 138 58 132Z')
        front = (fill % (c, 'M64 116C56 70 70 38 100 38S144 70 136 116C134 102 133 92 131 81 121 77 112 76 '
                            '100 76S79 77 69 81C67 92 66 102 64 116Z')
                 + line % (hi, 'M88 52C86 60 85 66 85 72M101 50C101 58 101 64 101 71M114 53C116 60 117 66 '
                               '117 72'))
    elif kind == 'long':
        back = fill % (c, 'M54 178C42 120 48 35 100 34S158 120 146 178C136 184 122 182 117 172L83 172C78 182 '
                          '64 184 54 178Z')
        front = (fill % (c, 'M101 43C87 48 76 62 71 84 69 98 68 114 62 132 52 104 53 60 75 45 88 36 112 36 '
                            '125 45 147 60 148 104 138 132 132 114 131 98 129 84 124 64 113 50 101 43Z')
                 + line % (hi, 'M92 46C78 56 68 74 65 100M110 46C124 56 132 74 135 100'))
    elif kind == 'wavy':
        back = fill % (c, 'M60 176C46 172 50 158 52 150 44 138 52 126 53 118 44 84 54 36 100 34S156 84 147 '
                          '118C148 126 156 138 148 150 150 158 154 172 140 176 130 180 120 172 118 160L82 '
                          '160C80 172 70 180 60 176Z')
        front = (fill % (c, 'M90 45C82 56 84 72 72 84 68 96 71 108 63 118 65 126 58 132 56 136 50 104 50 62 '
                            '73 46 86 35 114 35 127 46 149 62 150 104 144 136 140 132 134 126 137 116 130 '
                            '106 133 96 128 84 124 66 106 60 90 45Z')
                 + line % (hi, 'M88 49C74 60 67 74 64 96M98 48C116 58 129 68 135 94'))
    elif kind == 'bun':
        back = fill % (c, disc(100, 30, 18))
        front = (fill % (c, CAP + 'C119 57 108 53 100 53S81 57 74 68C70 74 68 80 66 90Z')
                 + line % (hi, 'M100 41C90 43 82 49 76 58M100 41C110 43 118 49 124 58M91 22C95 18 105 18 '
                               '109 22'))
    elif kind == 'tail':
        back = fill % (c, 'M122 44C152 44 160 84 154 112 152 134 158 146 150 160 140 158 134 140 136 120 '
                          '138 96 132 70 118 62Z')
        front = (fill % (c, CAP + 'C116 62 98 62 84 55 78 60 74 68 72 74 70 80 68 84 66 90Z')
                 + line % (hi, 'M88 50C100 57 114 59 127 58M96 43C108 48 120 50 130 51'))
    elif kind == 'afro':
        back = fill % (c, bumps(100, 72, 40, 38, 150, 390, 12, 17) + disc(100, 70, 42))
        front = (fill % (c, bumps(100, 82, 33, 28, 192, 348, 9, 8))
                 + line % (hi, 'M70 42C76 36 82 33 88 31M112 31C119 33 126 37 130 43'))
    elif kind == 'curls':
        back = fill % (c, bumps(100, 86, 44, 50, 120, 420, 12, 18) + 'M62 60V136H138V60Z')
        front = (fill % (c, bumps(100, 84, 35, 32, 170, 370, 11, 9) + bumps(100, 50, 20, 6, 180, 360, 4, 9))
                 + line % (hi, 'M76 46C82 40 88 40 92 43M104 40C112 38 118 42 121 47'))
    elif kind == 'shortcurls':
        front = (fill % (c, bumps(100, 72, 32, 28, 176, 364, 11, 9) + bumps(100, 53, 22, 8, 170, 370, 6, 10))
                 + line % (hi, 'M84 42C88 38 94 38 97 41M108 40C114 40 118 44 119 48'))
    elif kind == 'locs':
        lines = ''.join('M%d %dC%d %d %d %d %d %d' % (x0, 50, x1, 80, x1, 120, x2, y)
                        for x0, x1, x2, y in ((78, 58, 56, 160), (84, 66, 68, 172), (116, 134, 132, 172),
                                              (122, 142, 144, 160), (74, 52, 48, 140), (126, 148, 152, 140)))
        back = '<path fill="none" stroke="%s" stroke-width="11" stroke-linecap="round" d="%s"/>' % (c, lines)
        front = (fill % (c, CAP + 'C120 58 110 54 100 54S80 58 74 68C70 74 68 80 66 90Z')
                 + line % (hi, 'M100 40C96 46 94 50 93 54M86 44C80 50 78 56 76 62M114 44C120 50 122 56 124 62'))
    elif kind == 'hijab':
        back = fill % (c, 'M100 33C134 33 148 62 144 96 142 122 150 142 170 168L30 168C50 142 58 122 56 96 52 '
                          '62 66 33 100 33Z')
        front = ('<path fill="%s" fill-rule="evenodd" d="M100 33C134 33 148 62 144 96 142 122 152 146 164 164 '
                 '140 182 60 182 36 164 48 146 58 122 56 96 52 62 66 33 100 33ZM100 54C82 54 72 70 72 92 72 '
                 '116 86 138 100 138S128 116 128 92C128 70 118 54 100 54Z"/>' % c
                 + line % (hi, 'M132 72C140 100 128 134 98 150 82 158 60 160 46 158M136 108C134 132 124 150 '
                               '104 162M70 56C76 47 88 42 100 42'))
    elif kind == 'turban':
        front = (fill % (c, 'M63 80C54 52 70 22 102 22S146 52 137 80C126 66 114 60 100 60S74 66 63 80Z')
                 + line % (hi, 'M64 74C74 54 94 44 124 41M68 62C78 44 98 33 122 30M136 74C128 57 117 48 '
                               '104 46M134 59C128 48 119 40 109 37'))
    return back, front


BEARD = {
    'full': 'M67 92C68 116 76 134 88 141 96 145 104 145 112 141 124 134 132 116 133 92 131 103 127 110 119 '
            '113 112 116 107 114 100 114S88 116 81 113C73 110 69 103 67 92Z',
    'short': 'M68 100C70 118 78 131 88 137 96 141 104 141 112 137 122 131 130 118 132 100 129 108 126 112 120 '
             '115 113 117 107 115 100 115S87 117 80 115C74 112 71 108 68 100Z',
    'goatee': 'M86 118C90 114 96 115 100 115S110 114 114 118C117 128 110 140 100 141S83 128 86 118Z',
    'moustache': 'M84 120C88 113 96 112 100 115 104 112 112 113 116 120 110 120 105 119 100 118 95 119 90 120 '
                 '84 120Z',
}


def clothes(kind, a, b, skin):
    """The body from the shoulders down: a its colour, b the second one."""
    body = 'M12 204C14 176 38 166 78 156 84 166 116 166 122 156 162 166 186 176 188 204Z'
    out = '<path fill="%s" d="%s"/>' % (a, body)
    if kind == 'tee':
        out += ('<path fill="%s" d="M80 155C84 168 116 168 120 155L124 157C119 175 81 175 76 157Z"/>' % b)
    elif kind == 'vneck':
        out += ('<path fill="%s" d="M80 154L100 184 120 154Z"/><path fill="none" stroke="%s" '
                'stroke-width="5" d="M78 156L100 187 122 156"/>' % (skin[0], b))
    elif kind == 'shirt':
        out += ('<path fill="%s" d="M82 154L100 176 118 154Z"/><path fill="%s" d="M80 150L72 160 88 182 100 '
                '173ZM120 150L128 160 112 182 100 173Z"/><path stroke="%s" stroke-width="1.5" d="M100 '
                '176V204"/>' % (skin[1], b, b))
    elif kind == 'blazer':
        out += ('<path fill="%s" d="M80 154L100 204 120 154C114 164 86 164 80 154Z"/><path fill="#000" '
                'opacity=".16" d="M78 155L66 172 76 178 72 184 98 204H102L128 184 124 178 134 172 122 155 100 '
                '200Z"/>' % b)
    elif kind == 'roll':
        out += ('<path fill="%s" d="M78 144C86 152 114 152 122 144L125 163C114 172 86 172 75 163Z"/><path '
                'fill="none" stroke="%s" stroke-width="1.8" d="M77 155C87 162 113 162 123 155"/>' % (a, b))
    elif kind == 'hoodie':
        out += ('<path fill="%s" d="M76 148C60 156 62 176 84 180L100 170 116 180C138 176 140 156 124 148 118 '
                '166 82 166 76 148Z"/><path stroke="%s" stroke-width="2.5" stroke-linecap="round" d="M90 '
                '178V194M110 178V194"/>' % (b, skin[0]))
    elif kind == 'cardigan':
        out += ('<path fill="%s" d="M80 154C88 160 112 160 120 154L108 204H92Z"/><path fill="none" stroke="#000" '
                'stroke-opacity=".14" stroke-width="3" d="M79 156L92 204M121 156L108 204"/>' % b)
    elif kind == 'scarf':
        out += ('<path fill="%s" d="M74 146C86 154 114 154 126 146 132 154 132 164 126 170 112 178 88 178 74 170 '
                '68 164 68 154 74 146ZM108 172L124 168 130 204H108Z"/><path fill="none" stroke="#000" '
                'stroke-opacity=".12" stroke-width="2" d="M72 158C88 166 112 166 128 158"/>' % b)
    return out


def face(p):
    skin = SKIN[p['skin']]
    hc, hi = HAIR.get(p['hc'], (p['hc'], p.get('hi', '#fff')))
    brow = p.get('brow') or (hc if p['hair'] not in ('hijab', 'turban', 'bald') else '#3a2c24')
    shape = FACE[p.get('face', 'oval')]
    back, front = hair(p['hair'], hc, hi)
    covered = p['hair'] == 'hijab'
    o = ['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 200">']
    o.append('<rect width="200" height="200" fill="%s"/>' % p['bg'][0])
    o.append('<circle cx="%d" cy="%d" r="92" fill="%s"/>' % (p.get('cx', 128), 78, p['bg'][1]))
    o.append('<clipPath id="f"><path d="%s"/></clipPath>' % shape)
    o.append('<g transform="translate(-18 -4) scale(1.18)">')
    o.append(back)
    # neck, with the shadow of the chin
    o.append('<path fill="%s" d="M83 118H117V150C119 158 124 160 130 163 112 176 88 176 70 163 76 160 81 158 '
             '83 150Z"/>' % skin[0])
    o.append('<path fill="%s" d="M83 126C92 142 108 142 117 126V140C110 151 92 150 83 138Z"/>' % skin[1])
    o.append(clothes(*p['wear'], skin))
    if not covered:
        o.append('<path fill="%s" d="M68 88C60 84 58 92 61 100 63 107 67 108 70 106ZM132 88C140 84 142 92 139 '
                 '100 137 107 133 108 130 106Z"/>' % skin[1])
    if p.get('ring'):
        o.append('<path fill="%s" d="%s"/>' % (p['ring'], 'M62 107a3 3 0 1 0 6 0 3 3 0 1 0-6 0ZM132 107a3 3 0 1 '
                                               '0 6 0 3 3 0 1 0-6 0Z'))
    o.append('<path fill="%s" d="%s"/>' % (skin[0], shape))
    o.append('<g clip-path="url(#f)">')
    # light comes from the left; hair throws a soft shadow
    o.append('<path fill="%s" opacity=".55" d="M126 46C124 76 128 112 104 142H140V46Z"/>' % skin[1])
    if p['hair'] in ('afro', 'curls', 'shortcurls'):
        o.append('<path fill="%s" d="%sC118 66 108 64 100 64S82 66 74 72C70 77 68 84 66 90Z"/>' % (skin[1], CAP))
    elif front and p['hair'] not in ('horseshoe', 'receding'):
        shadow = re.sub(r'<path fill="none"[^>]*/>', '', front)
        shadow = re.sub(r'fill="#[0-9a-f]{6}"', 'fill="%s"' % skin[1], shadow)
        o.append('<g transform="translate(1 5)">%s</g>' % shadow)
    if p['hair'] in ('bald', 'horseshoe'):
        o.append('<path fill="#fff" opacity=".2" d="M78 66C80 56 88 51 97 51 92 55 84 60 78 66Z"/>')
    o.append('<path fill="%s" opacity=".17" d="M71 108a8.5 6 0 1 0 17 0 8.5 6 0 1 0-17 0ZM112 108a8.5 6 0 1 0 '
             '17 0 8.5 6 0 1 0-17 0Z"/>' % skin[3])
    b = p.get('beard')
    if b:
        op = ' opacity=".24"' if p.get('stubble') else ''
        o.append('<path fill="%s"%s d="%s"/>' % (p.get('bc', hc), op, BEARD[b]))
    o.append('</g>')
    if b == 'full':
        o.append('<path fill="%s" d="M69 106C70 124 76 140 88 147 96 151 104 151 112 147 124 140 130 124 131 106 '
                 'L119 114C112 117 107 115 100 115S88 117 81 114Z"/>' % p.get('bc', hc))
    # eyes: white, iris, lid
    lid = '#2b1d17'
    ey = 92
    for x in (85, 115):
        o.append('<ellipse cx="%d" cy="%d" rx="5.2" ry="3.4" fill="#fff"/><circle cx="%s" cy="%s" r="3.1" '
                 'fill="%s"/>' % (x, ey, x + .4, ey - .1, p.get('eye', '#3a261c')))
    o.append('<path fill="none" stroke="%s" stroke-width="%s" stroke-linecap="round" d="M79 91.5C81.5 87.2 88 '
             '87.2 91 91.5M109 91.5C112 87.2 118.5 87.2 121 91.5"/>'
             % (lid, '2.4' if p.get('lash') else '1.8'))
    o.append('<path fill="none" stroke="%s" stroke-width="%s" stroke-linecap="round" d="%s"/>'
             % (brow, p.get('bw', '2.8'), 'M77 83C81 79 88 78.5 92 81M108 81C112 78.5 119 79 123 83'
                if not p.get('soft') else 'M78 82.5C82 78 88 77.5 92 79.5M108 79.5C112 77.5 118 78 122 82.5'))
    o.append('<path fill="none" stroke="%s" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" '
             'd="M101 93C102 99 105 104 105 107 104 110 99 110.5 96 109.5"/>' % skin[2])
    m = p.get('mouth', 'smile')
    if m == 'smile':
        o.append('<path fill="none" stroke="%s" stroke-width="2.4" stroke-linecap="round" d="M88 121C94 127 106 '
                 '127 112 121"/>' % skin[3])
    elif m == 'grin':
        o.append('<path fill="#fff" stroke="%s" stroke-width="1.8" stroke-linejoin="round" d="M87 119.5C95 122 105 '
                 '122 113 119.5 110 130 90 130 87 119.5Z"/>' % skin[3])
    elif m == 'lips':
        o.append('<path fill="%s" d="M87 119.5C93 118.5 97 117.5 100 119 103 117.5 107 118.5 113 119.5 108 129 92 129 '
                 '87 119.5Z"/><path fill="none" stroke="%s" stroke-width="1.2" d="M88 120C95 124.5 105 124.5 112 '
                 '120"/>' % (p.get('lip', skin[3]), skin[2]))
    elif m == 'side':
        o.append('<path fill="none" stroke="%s" stroke-width="2.4" stroke-linecap="round" d="M90 122.5C97 125.5 106 '
                 '124.5 112 119.5"/>' % skin[3])
    if p.get('lines'):
        o.append('<path fill="none" stroke="%s" stroke-width="1.4" stroke-linecap="round" d="M84 113C81 116 80 120 '
                 '81 123M116 113C119 116 120 120 119 123M89 66C96 64 104 64 111 66M76 98C74 100 73 101 72 103M124 '
                 '98C126 100 127 101 128 103"/>' % skin[1])
    o.append(front)
    g = p.get('glasses')
    if g:
        kind, col = g
        d = ('M74 84H94C95 84 96 85 96 87V93C96 99 91 102 85 102S74 99 74 93ZM126 84H106C105 84 104 85 104 87V93C104 99 '
             '109 102 115 102S126 99 126 93Z' if kind == 'square' else
             'M73.5 93a11 11 0 1 0 22 0 11 11 0 1 0-22 0ZM104.5 93a11 11 0 1 0 22 0 11 11 0 1 0-22 0Z')
        o.append('<path fill="#fff" fill-opacity=".18" stroke="%s" stroke-width="2.4" d="%s"/><path fill="none" '
                 'stroke="%s" stroke-width="2.4" d="M95.5 91C98 88.5 102 88.5 104.5 91M74 89L67 87M126 '
                 '89L133 87"/>' % (col, d, col))
    o.append('</g></svg>\n')
    s = ''.join(o)
    return re.sub(r'(\.\d*?)0+(?=\D)', lambda m: m.group(1) if m.group(1) != '.' else '', s)


SAGE = ('#dfe9dd', '#cfdfcd')
SKY = ('#dbe8f2', '#c8dbea')
SUN = ('#fbe8c4', '#f6dba5')
ROSE = ('#f6dedb', '#eecac6')
LILAC = ('#e4e0f1', '#d4cee8')
STONE = ('#e9e5df', '#dcd6cd')
MINT = ('#d6ece6', '#c0e0d7')
CLAY = ('#f3dccb', '#eaccb4')

PEOPLE = [
    dict(skin='light', hair='wavy', hc='copper', face='oval', bg=SAGE, wear=('roll', '#2f5d50', '#24493f'),
         mouth='lips', lash=1, soft=1, eye='#3f6150', bw='2.4'),
    dict(skin='deep', hair='fade', hc='black', face='square', bg=SUN, wear=('shirt', '#3d5a80', '#54729a'),
         mouth='grin', beard='short', bw='3.2'),
    dict(skin='olive', hair='hijab', hc='#4c5c8c', hi='#6a7aab', face='oval', bg=ROSE,
         wear=('tee', '#3b4870', '#3b4870'), mouth='lips', lash=1, soft=1, brow='#3b2920'),
    dict(skin='porcelain', hair='tousled', hc='sand', face='long', bg=SKY, wear=('hoodie', '#4f6d5c', '#41594c'),
         mouth='grin', beard='short', stubble=1, eye='#4d6d86'),
    dict(skin='peach', hair='bob', hc='espresso', face='oval', bg=CLAY, wear=('blazer', '#343a46', '#f3efe9'),
         mouth='lips', lash=1, soft=1, ring='#d9a441', cx=70),
    dict(skin='peach', hair='part', hc='ink', face='oval', bg=STONE, wear=('roll', '#3c3f45', '#2c2f34'),
         mouth='smile', glasses=('round', '#2b2b2b')),
    dict(skin='brown', hair='curls', hc='espresso', face='round', bg=MINT, wear=('vneck', '#c75d4a', '#a94c3b'),
         mouth='grin', lash=1, soft=1, ring='#e3b75c'),
    dict(skin='light', hair='receding', hc='grey', face='square', bg=SKY, wear=('blazer', '#46536b', '#e9eef5'),
         mouth='smile', glasses=('square', '#4a4038'), lines=1, beard='short', bc='#a8aaad', cx=72),
    dict(skin='dark', hair='afro', hc='black', face='oval', bg=ROSE, wear=('tee', '#e3a13b', '#c98a2a'),
         mouth='lips', lash=1, soft=1, ring='#e8c36a', lip='#8d3b3f'),
    dict(skin='tan', hair='quiff', hc='black', face='square', bg=LILAC, wear=('shirt', '#f1ede6', '#fff'),
         mouth='side', beard='full', bw='3.4'),
    dict(skin='porcelain', hair='bob', hc='silver', face='oval', bg=SUN, wear=('cardigan', '#7a5c7d', '#f4eee6'),
         mouth='smile', lines=1, soft=1, glasses=('round', '#8a5a3a'), brow='#9a9c9e', ring='#cfd3d6'),
    dict(skin='olive', hair='long', hc='black', face='oval', bg=MINT, wear=('blazer', '#7d3f4c', '#f6ece4'),
         mouth='lips', lash=1, soft=1, cx=70),
    dict(skin='brown', hair='turban', hc='#b4532f', hi='#cf7350', face='square', bg=STONE,
         wear=('shirt', '#33475b', '#43596f'), mouth='smile', beard='full', bc='#2a211d', brow='#2a211d', bw='3.2'),
    dict(skin='light', hair='pixie', hc='blond', face='oval', bg=LILAC, wear=('tee', '#2d3e50', '#22303e'),
         mouth='grin', lash=1, soft=1, eye='#4b6a80', brow='#9c7440', ring='#c8ccd0'),
    dict(skin='deep', hair='locs', hc='black', face='long', bg=SAGE, wear=('hoodie', '#8c4a3a', '#763c2e'),
         mouth='smile', beard='goatee', cx=72),
    dict(skin='peach', hair='fringe', hc='chestnut', face='round', bg=SKY, wear=('scarf', '#3b5566', '#d98f4e'),
         mouth='smile', lash=1, soft=1, glasses=('round', '#3b2a22')),
    dict(skin='light', hair='bald', hc='brown', face='oval', bg=CLAY, wear=('roll', '#4b5245', '#3a4036'),
         mouth='smile', beard='full', bc='#6b4a32', brow='#5b3d2a', bw='3.2'),
    dict(skin='tan', hair='bun', hc='black', face='oval', bg=SUN, wear=('vneck', '#2e6f73', '#245a5d'),
         mouth='lips', lash=1, soft=1, ring='#e9c46a', cx=72),
    dict(skin='porcelain', hair='horseshoe', hc='white', face='round', bg=SAGE, wear=('shirt', '#6d85a3', '#8aa0bb'),
         mouth='smile', lines=1, beard='moustache', bc='#e4e4e1', brow='#c3c6c8', glasses=('square', '#5d5650')),
    dict(skin='brown', hair='shortcurls', hc='espresso', face='oval', bg=LILAC, wear=('tee', '#d8d2c6', '#bfb8aa'),
         mouth='grin', beard='short', stubble=1, cx=70),
    dict(skin='light', hair='tail', hc='auburn', face='oval', bg=MINT, wear=('hoodie', '#5a6ea0', '#4a5c8a'),
         mouth='grin', lash=1, soft=1, eye='#56704a'),
    dict(skin='dark', hair='bald', hc='black', face='square', bg=SKY, wear=('blazer', '#2c4a45', '#e9efe9'),
         mouth='grin', glasses=('square', '#1d1d1f'), brow='#1d1512', bw='3.2', cx=72),
    dict(skin='olive', hair='curls', hc='grey', face='oval', bg=ROSE, wear=('cardigan', '#3f5f63', '#f0e6da'),
         mouth='lips', lines=1, soft=1, brow='#6d6a68', ring='#d9a441', cx=72),
    dict(skin='peach', hair='crop', hc='brown', face='long', bg=STONE, wear=('vneck', '#a2583f', '#87472f'),
         mouth='side', beard='short', stubble=1, glasses=('round', '#6d4a2f')),
]


def main():
    here = os.path.dirname(os.path.abspath(__file__))
    for i, p in enumerate(PEOPLE, 1):
        with open(os.path.join(here, '%02d.svg' % i), 'w', encoding='utf-8') as f:
            f.write(face(p))


if __name__ == '__main__':
    main()
