import { Menu } from '@base-ui/react/menu';
import { Check, ChevronDown, Columns2, LayoutGrid, Square, type LucideIcon } from 'lucide-react';
import { setLayout, setLink } from '../../session/layout-actions';
import { LAYOUTS, type Layout, type ViewportLinks } from '../../session/state';
import { useSession } from '../../session/store';
import button from '../button.module.css';
import menu from '../menu.module.css';

const LAYOUT_WORDS: Readonly<Record<Layout, { readonly name: string; readonly icon: LucideIcon }>> = {
  '1x1': { name: 'One viewport', icon: Square },
  '2x1': { name: 'Two side by side', icon: Columns2 },
  '2x2': { name: 'Four', icon: LayoutGrid },
};

const LINK_WORDS = [
  ['position', 'Scroll together', 'by position'],
  ['window', 'Window together', 'same modality'],
  ['zoom', 'Zoom together', 'in mm'],
] as const satisfies readonly (readonly [keyof ViewportLinks, string, string])[];

/** How many images are seen at once, and what they do together. */
export function LayoutMenu() {
  const layout = useSession((session) => session.layout);
  const links = useSession((session) => session.links);
  const { icon: Icon } = LAYOUT_WORDS[layout];
  return (
    <Menu.Root modal={false}>
      <Menu.Trigger className={button.button} aria-label={`Layout: ${LAYOUT_WORDS[layout].name}`}>
        <Icon size={17} strokeWidth={1.75} aria-hidden />
        <ChevronDown size={14} aria-hidden />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner sideOffset={4} align="end" className={menu.positioner}>
          <Menu.Popup className={menu.popup}>
            <Menu.RadioGroup value={layout} onValueChange={(value: Layout) => setLayout(value)}>
              {LAYOUTS.map((each) => (
                <Menu.RadioItem key={each} value={each} className={menu.item} closeOnClick>
                  <span>{LAYOUT_WORDS[each].name}</span>
                  <span />
                  <Menu.RadioItemIndicator>
                    <Check size={14} aria-hidden />
                  </Menu.RadioItemIndicator>
                </Menu.RadioItem>
              ))}
            </Menu.RadioGroup>
            <Menu.Separator className={menu.separator} />
            {LINK_WORDS.map(([link, name, detail]) => (
              <Menu.CheckboxItem
                key={link}
                className={menu.item}
                checked={links[link]}
                disabled={layout === '1x1'}
                onCheckedChange={(isOn) => setLink(link, isOn)}
              >
                <span>{name}</span>
                <span className={menu.detail}>{detail}</span>
                <Menu.CheckboxItemIndicator>
                  <Check size={14} aria-hidden />
                </Menu.CheckboxItemIndicator>
              </Menu.CheckboxItem>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
