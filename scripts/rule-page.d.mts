import type { Rule } from '../src/diagnostics/catalogue.ts';

export function rulePage(id: string, rule: Rule): string;
export function ruleIndex(rules: readonly (readonly [string, Rule])[]): string;
