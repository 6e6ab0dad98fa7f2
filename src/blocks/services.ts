import type { Url } from '../brands.ts';

/** Services whose frames a site can enable. */
export const services = [
  'youtube',
  'vimeo',
  'facebook',
  'tiktok',
  'x',
  'openstreetmap',
  'google-maps',
] as const;
export type Service = (typeof services)[number];

interface ServiceOf {
  readonly name: string;
  /** The origin of its frames, for `frame-src`. */
  readonly origin: string;
  /** Converts an address of the service; undefined where it shows no single thing. */
  readonly read: (url: URL) => { readonly link: string; readonly player: string } | undefined;
}

const partsOf = ({ pathname }: URL): string[] => pathname.split('/').filter((part) => part !== '');
const isId = (text: string | null | undefined): text is string => /^[\w-]{1,64}$/.test(text ?? '');

const table: Readonly<Record<Service, ServiceOf>> = {
  youtube: { name: 'YouTube', origin: 'https://www.youtube-nocookie.com', read: youtube },
  vimeo: { name: 'Vimeo', origin: 'https://player.vimeo.com', read: vimeo },
  facebook: { name: 'Facebook', origin: 'https://www.facebook.com', read: facebook },
  tiktok: { name: 'TikTok', origin: 'https://www.tiktok.com', read: tiktok },
  x: { name: 'X', origin: 'https://platform.twitter.com', read: x },
  openstreetmap: { name: 'OpenStreetMap', origin: 'https://www.openstreetmap.org', read: openStreetMap },
  'google-maps': { name: 'Google Maps', origin: 'https://www.google.com', read: googleMaps },
};

const hosts: Readonly<Record<string, Service>> = {
  'youtube.com': 'youtube',
  'youtube-nocookie.com': 'youtube',
  'youtu.be': 'youtube',
  'vimeo.com': 'vimeo',
  'player.vimeo.com': 'vimeo',
  'facebook.com': 'facebook',
  'fb.watch': 'facebook',
  'tiktok.com': 'tiktok',
  'x.com': 'x',
  'twitter.com': 'x',
  'platform.twitter.com': 'x',
  'openstreetmap.org': 'openstreetmap',
  'google.com': 'google-maps',
  'maps.google.com': 'google-maps',
};

/** The page of a service at an address, and its frame. */
export interface ServicePage {
  readonly service: Service;
  readonly name: string;
  readonly link: Url;
  readonly player: Url;
}

/** Parses the address of a page or frame of a service; undefined for any other. */
export function readService(written: string): ServicePage | undefined {
  const absolute = written.startsWith('//') ? `https:${written}` : written;
  if (!URL.canParse(absolute)) return undefined;
  const url = new URL(absolute);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return undefined;
  const service = hosts[url.hostname.replace(/^(?:www|m|mobile|web)\./, '')];
  const page = service && table[service].read(url);
  return page && { service, name: table[service].name, link: page.link as Url, player: page.player as Url };
}

/** The origin of the frames of a service, for `frame-src`. */
export const originOf = (service: Service): string => table[service].origin;

function youtube(url: URL) {
  const [first, second] = partsOf(url);
  const id = /(?:^|\.)youtu\.be$/.test(url.hostname)
    ? first
    : first === 'watch'
      ? url.searchParams.get('v')
      : ['embed', 'shorts', 'live', 'v'].includes(first ?? '')
        ? second
        : undefined;
  if (!isId(id)) return undefined;
  const from = /^(\d+)s?$/.exec(url.searchParams.get('t') ?? url.searchParams.get('start') ?? '')?.[1];
  return {
    link: `https://www.youtube.com/watch?v=${id}${from ? `&t=${from}s` : ''}`,
    player: `https://www.youtube-nocookie.com/embed/${id}?autoplay=1${from ? `&start=${from}` : ''}`,
  };
}

function vimeo(url: URL) {
  const id = partsOf(url).find((part) => /^\d+$/.test(part));
  if (id === undefined) return undefined;
  return { link: `https://vimeo.com/${id}`, player: `https://player.vimeo.com/video/${id}?dnt=1&autoplay=1` };
}

function facebook(url: URL) {
  const [first, second] = partsOf(url);
  const link = first === 'plugins' ? url.searchParams.get('href') : url.href;
  if (!link || first === undefined) return undefined;
  if (!/^https:\/\/(?:[\w-]+\.)?(?:facebook\.com|fb\.watch)\//.test(link)) return undefined;
  const isVideo =
    /\/(?:videos?|watch|reel)\b|fb\.watch/.test(link) || (first === 'plugins' && /^video/.test(second ?? ''));
  return {
    link,
    player: `https://www.facebook.com/plugins/${isVideo ? 'video' : 'post'}.php?href=${encodeURIComponent(link)}`,
  };
}

function tiktok(url: URL) {
  const id = partsOf(url).find((part) => /^\d{6,}$/.test(part));
  if (id === undefined) return undefined;
  const [user] = partsOf(url);
  const link = user?.startsWith('@')
    ? `https://www.tiktok.com/${user}/video/${id}`
    : `https://www.tiktok.com/embed/v2/${id}`;
  return { link, player: `https://www.tiktok.com/embed/v2/${id}` };
}

function x(url: URL) {
  const id = url.searchParams.get('id') ?? partsOf(url).find((part) => /^\d{6,}$/.test(part));
  if (!id || !/^\d+$/.test(id)) return undefined;
  return {
    link: `https://x.com/i/status/${id}`,
    player: `https://platform.twitter.com/embed/Tweet.html?id=${id}&dnt=true`,
  };
}

function openStreetMap(url: URL) {
  const box = url.searchParams.get('bbox')?.split(',').map(Number);
  const [west, south, east, north] = box?.length === 4 && box.every(Number.isFinite) ? box : mapBox(url);
  if (west === undefined || south === undefined || east === undefined || north === undefined)
    return undefined;
  const marker = url.searchParams.get('marker') ?? markerOf(url);
  const at = marker && /^-?[\d.]+,-?[\d.]+$/.test(marker) ? marker : undefined;
  const [latitude, longitude] = at?.split(',') ?? [String((south + north) / 2), String((west + east) / 2)];
  const player = new URL('https://www.openstreetmap.org/export/embed.html');
  player.searchParams.set('bbox', [west, south, east, north].map((degree) => degree.toFixed(5)).join(','));
  player.searchParams.set('layer', 'mapnik');
  if (at) player.searchParams.set('marker', at);
  return {
    link: `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=14/${latitude}/${longitude}`,
    player: player.href,
  };
}

/** The bounding box of a map at `#map=14/10.37/105.43`. */
function mapBox({ hash }: URL): number[] {
  const [zoom, latitude, longitude] = (/map=([\d.]+)\/(-?[\d.]+)\/(-?[\d.]+)/.exec(hash) ?? [])
    .slice(1)
    .map(Number);
  if (zoom === undefined || latitude === undefined || longitude === undefined) return [];
  const half = 360 / 2 ** zoom;
  return [longitude - half, latitude - half / 2, longitude + half, latitude + half / 2];
}

const markerOf = ({ searchParams }: URL): string | undefined =>
  searchParams.has('mlat') && searchParams.has('mlon')
    ? `${searchParams.get('mlat')},${searchParams.get('mlon')}`
    : undefined;

function googleMaps(url: URL) {
  if (partsOf(url)[0] !== 'maps' && !url.hostname.startsWith('maps.')) return undefined;
  const place = url.searchParams.get('pb');
  if (partsOf(url)[1] === 'embed' && place) {
    const player = `https://www.google.com/maps/embed?pb=${encodeURIComponent(place)}`;
    return { link: player, player };
  }
  const query = url.searchParams.get('q') ?? url.searchParams.get('query');
  if (!query) return undefined;
  const words = encodeURIComponent(query);
  return {
    link: `https://www.google.com/maps/search/?api=1&query=${words}`,
    player: `https://www.google.com/maps?q=${words}&output=embed`,
  };
}
