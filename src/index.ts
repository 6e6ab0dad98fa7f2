export type { Config } from './config.ts';
export type { ArticleType } from './content/schema.ts';
export { defineConfig } from './define-config.ts';
export type * from './props.ts';
export type { Generator, Route } from './routes/route.ts';
export { file, page } from './routes/route.ts';
export { generators } from './routes/routes.ts';
export type { Site } from './site.ts';
export type { Address, DateTime, Digest, Language, OutputPath, SourcePath, Url } from './types.ts';
