export const ruleExamples: Readonly<Record<string, { readonly wrong: string; readonly right: string }>>;
