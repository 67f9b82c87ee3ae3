"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";

type Item = { readonly href: string; readonly label: string };

/** Links between the pages of one thing. The deepest that leads to this page is the current one. */
export function TabsNav({ label, items }: { label: string; items: readonly Item[] }) {
  const path = usePathname();
  const current = items
    .filter(({ href }) => path === href || path.startsWith(`${href}/`))
    .sort((a, b) => b.href.length - a.href.length)[0];
  return (
    <nav aria-label={label} className="mb-8 border-b border-line">
      <ul className="flex flex-wrap">
        {items.map((item) => (
          <li key={item.href}>
            <Link
              prefetch={false}
              href={item.href as never}
              aria-current={item === current ? "page" : undefined}
              className="block border-b-4 border-transparent px-3 py-2 whitespace-nowrap text-ink no-underline hover:underline aria-[current=page]:border-accent aria-[current=page]:font-semibold"
            >
              {item.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
