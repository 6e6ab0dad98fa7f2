import type { Filled, RedirectProps } from 'broadsheet';

export default function Redirect({ title, address, canonical }: Filled<RedirectProps>) {
  return (
    <a href={address} title={canonical}>
      {title}
    </a>
  );
}
