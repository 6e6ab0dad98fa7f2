import type { Card as CardData, Language } from 'broadsheet';
import { inLanguage } from '../direction.ts';
import { formatDate, formatDateTime } from '../format.ts';
import { words } from '../words.ts';
import Phrase from './phrase.tsx';
import Picture from './picture.tsx';

/**
 * `lead`: a main story beside others; `hero`: one as wide as the page. `stack`: picture above text; `second`:
 * the same beside a lead. `row`: picture beside text. `headline`: text only.
 */
export type CardSize = 'lead' | 'hero' | 'stack' | 'second' | 'row' | 'headline';

/** Whether a card has its summary; `bare`: only without a picture. */
export type CardSummary = boolean | 'bare';

interface CardProps {
  readonly card: CardData;
  readonly size: CardSize;
  /** Language of the page around it. */
  readonly lang: Language;
  /** Level of the headline. */
  readonly level: 2 | 3;
  readonly summary?: CardSummary;
  readonly category?: boolean;
  readonly time?: boolean;
  readonly eager?: boolean;
  /** Whether it is pinned above newer ones. */
  readonly pinned?: boolean;
  readonly as?: 'li' | 'div';
}

const sizes: Record<CardSize, string> = {
  lead: '(min-width: 100em) 50rem, (min-width: 64em) 43rem, calc(100vw - 2rem)',
  hero: '(min-width: 100em) 88rem, (min-width: 78em) 74rem, calc(100vw - 2rem)',
  stack: '(min-width: 64em) 18rem, (min-width: 40em) 46vw, calc(100vw - 2rem)',
  second: '(min-width: 100em) 36rem, (min-width: 64em) 30rem, (min-width: 40em) calc(100vw - 4rem), 33vw',
  row: '(min-width: 40em) 14rem, 33vw',
  headline: '1px',
};

/** Sizes that look like another one. */
const looks: Partial<Record<CardSize, CardSize>> = { hero: 'lead', second: 'stack' };

/** An entry of a list. Its only links are the headline, which covers the card, and the category. */
export default function Card(props: CardProps) {
  const { card, size, lang, level, summary = false, eager = false, as: Element = 'li' } = props;
  const Headline = `h${level}` as const;
  const ofText = inLanguage(card.lang, lang);
  const pictured = card.image !== undefined && size !== 'headline';
  return (
    <Element
      class={['card', `card-${looks[size] ?? size}`, pictured && 'card-pictured', card.category.accent]
        .filter(Boolean)
        .join(' ')}
    >
      {pictured && (
        <div class="card-picture">
          <Picture picture={card.image} sizes={sizes[size]} eager={eager} />
        </div>
      )}
      <div class="card-text">
        <Kicker {...props} />
        <Headline {...ofText}>
          <a href={card.address} rel={card.external ? 'external' : undefined}>
            <Phrase text={card.title} lang={card.lang} tags={card.tags} />
          </a>
        </Headline>
        {(summary === 'bare' ? !pictured : summary) && card.summary && (
          <p class="card-summary" {...ofText}>
            <Phrase text={card.summary} lang={card.lang} tags={card.tags} />
          </p>
        )}
        <Times {...props} />
      </div>
    </Element>
  );
}

/** The line above the headline: the article's category and type. */
function Kicker({ card, lang, category = false, pinned = false }: CardProps) {
  const w = words(lang);
  const kind = card.type === 'news' ? undefined : w.types[card.type];
  if (!(category || kind || card.external || pinned || card.original)) return null;
  return (
    <p class="kicker">
      {pinned && <span class="pinned">{w.pinned}</span>}
      {category && <a href={card.category.address}>{card.category.title}</a>}
      {kind && <span>{kind}</span>}
      {card.original && <span {...inLanguage(card.lang, lang)}>{words(card.lang).version}</span>}
      {card.external && (
        <span class="leads-out">
          {new URL(card.address).hostname.replace(/^www\./, '')} <span class="sr-only">({w.external})</span>
        </span>
      )}
    </p>
  );
}

/** The times of publication and of the last update. */
function Times({ card, lang, time = false }: CardProps) {
  return (
    <p class="card-meta">
      <time dateTime={card.date}>
        {time && hasTime(card) ? formatDateTime(card.date, lang) : formatDate(card.date, lang)}
      </time>
      {card.updated && (time || card.updated.slice(0, 10) !== card.date.slice(0, 10)) && (
        <span class="card-updated">
          {' '}
          {words(lang).updated}{' '}
          <time dateTime={card.updated}>
            {time ? formatDateTime(card.updated, lang) : formatDate(card.updated, lang)}
          </time>
        </span>
      )}
    </p>
  );
}

/** A date without a time has midnight. */
const hasTime = (card: CardData): boolean => card.date.slice(11, 16) !== '00:00';
