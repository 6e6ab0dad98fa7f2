const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/**
 * Elements that an SVG may keep: those that draw, describe and move; none that runs script, embeds HTML or
 * loads another document.
 */
export const svgElements = words(`
  svg g defs symbol use switch title desc style view
  path rect circle ellipse line polyline polygon text tspan textPath image marker pattern clipPath mask
  linearGradient radialGradient stop filter animate animateMotion animateTransform set mpath
  feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight
  feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset
  fePointLight feSpecularLighting feSpotLight feTile feTurbulence`);

/** Attributes that they may keep; `aria-*` besides. */
export const svgAttributes = words(`
  id class style lang tabindex role xml:lang xml:space href xlink:href xlink:title version viewBox preserveAspectRatio width height x y x1 x2 y1 y2 z dx dy
  cx cy r rx ry fx fy fr d points pathLength transform gradientTransform gradientUnits spreadMethod offset patternTransform
  patternUnits patternContentUnits clipPathUnits maskUnits maskContentUnits mask-type markerWidth markerHeight markerUnits refX refY orient
  rotate lengthAdjust textLength startOffset method spacing side systemLanguage requiredFeatures requiredExtensions
  alignment-baseline baseline-shift clip clip-path clip-rule color color-interpolation color-interpolation-filters color-rendering
  cursor direction display dominant-baseline enable-background fill fill-opacity fill-rule filter flood-color flood-opacity
  font font-family font-size font-size-adjust font-stretch font-style font-variant font-weight glyph-orientation-horizontal
  glyph-orientation-vertical image-rendering isolation kerning letter-spacing lighting-color marker marker-end marker-mid marker-start mask
  mix-blend-mode opacity overflow paint-order pointer-events shape-rendering stop-color stop-opacity stroke stroke-dasharray
  stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width text-anchor text-decoration
  text-rendering transform-origin transform-box unicode-bidi vector-effect visibility word-spacing writing-mode white-space
  attributeName attributeType begin dur end min max restart repeatCount repeatDur fill calcMode values keyTimes keySplines keyPoints
  from to by additive accumulate type path origin
  in in2 mode result operator k1 k2 k3 k4 order kernelMatrix divisor bias targetX targetY edgeMode kernelUnitLength preserveAlpha
  surfaceScale diffuseConstant specularConstant specularExponent limitingConeAngle azimuth elevation pointsAtX pointsAtY pointsAtZ
  scale xChannelSelector yChannelSelector stdDeviation radius baseFrequency numOctaves seed stitchTiles tableValues slope
  intercept amplitude exponent filterUnits primitiveUnits`);
