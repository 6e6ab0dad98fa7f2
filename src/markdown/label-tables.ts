import type { Element } from 'hast';

/** Names the regions of tables; numbers tell several apart. */
export const labelTables = (regions: readonly Element[], label: string): void => {
  regions.forEach((region, index) => {
    region.properties.ariaLabel = regions.length > 1 ? `${label} ${index + 1}` : label;
  });
};
