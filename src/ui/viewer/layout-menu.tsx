import { ChevronDown, Columns2, LayoutGrid, Square, type LucideIcon } from 'lucide-react';
import { setLayout, setLink } from '../../session/layout-actions';
import type { Layout, ViewportLinks } from '../../session/state';
import { useSession } from '../../session/store';
import { ActionMenu, MenuChoice, MenuSeparator, MenuSwitch } from '../action-menu';

const LAYOUTS = [
  { value: '1x1', name: 'One viewport' },
  { value: '2x1', name: 'Two side by side' },
  { value: '2x2', name: 'Four' },
] as const satisfies readonly { readonly value: Layout; readonly name: string }[];

const ICONS: Readonly<Record<Layout, LucideIcon>> = { '1x1': Square, '2x1': Columns2, '2x2': LayoutGrid };

const LINKS = [
  ['position', 'Scroll together', 'by position'],
  ['window', 'Window together', 'same modality'],
  ['zoom', 'Zoom together', 'in mm'],
] as const satisfies readonly (readonly [keyof ViewportLinks, string, string])[];

/** How many images are seen at once, and what they do together. */
export function LayoutMenu() {
  const layout = useSession((session) => session.layout);
  const links = useSession((session) => session.links);
  const Icon = ICONS[layout];
  return (
    <ActionMenu
      align="end"
      label={`Layout: ${LAYOUTS.find(({ value }) => value === layout)?.name ?? ''}`}
      trigger={
        <>
          <Icon size={17} strokeWidth={1.75} aria-hidden />
          <ChevronDown size={14} aria-hidden />
        </>
      }
    >
      <MenuChoice value={layout} choices={LAYOUTS} onChoose={setLayout} />
      <MenuSeparator />
      {LINKS.map(([link, name, detail]) => (
        <MenuSwitch
          key={link}
          name={name}
          detail={detail}
          isOn={links[link]}
          isDisabled={layout === '1x1'}
          onChange={(isOn) => setLink(link, isOn)}
        />
      ))}
    </ActionMenu>
  );
}
