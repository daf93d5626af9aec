export default {
  extends: ['stylelint-config-standard'],
  overrides: [{ files: ['**/*.vue'], customSyntax: 'postcss-html' }],
  rules: {
    'selector-pseudo-class-no-unknown': [true, { ignorePseudoClasses: ['deep', 'slotted', 'global'] }],
    // Names say their block and element: card__photo.
    'selector-class-pattern': '^[a-z][a-z0-9-]*(__[a-z0-9-]+)?(--[a-z0-9-]+)?$',
    'no-descending-specificity': null,
    // Chinese works in both directions of writing only with logical properties.
    'property-disallowed-list': [
      '/^(margin|padding|border)-(left|right|top|bottom)$/',
      '/^(left|right|top|bottom)$/',
    ],
  },
}
