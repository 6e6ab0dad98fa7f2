/** How places in the compiled templates are told. */
export { createPlaceSiteCode as createPlaceTemplateError, type ModulePlace, modulePlaceOf, type SourcePlace as TemplatePlace } from '../diagnostics/place-site-code.ts';
