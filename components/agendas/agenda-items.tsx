"use client";

import {
  type Announcements,
  closestCenter,
  DndContext,
  type DragEndEvent,
  KeyboardSensor,
  MouseSensor,
  TouchSensor,
  type UniqueIdentifier,
  useSensor,
  useSensors,
} from "@dnd-kit/core";
import { SortableContext, sortableKeyboardCoordinates, verticalListSortingStrategy } from "@dnd-kit/sortable";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { type DraftItem, withMinutes } from "#lib/agendas/domain/draft";
import { moveItem } from "#lib/agendas/domain/order";
import { timeAgenda } from "#lib/agendas/domain/timing";
import type { Interval } from "#lib/kernel/interval";
import { AgendaItemRow, type ItemErrors } from "./agenda-item-row";

type Props = {
  items: readonly DraftItem[];
  meeting: Interval;
  timeZone: string;
  errorsOf: (key: string) => ItemErrors;
  onChange: (items: readonly DraftItem[]) => void;
  onRemove: (item: DraftItem) => void;
};

/** The items, put in order by mouse, finger, keyboard or the two arrow buttons. */
export function AgendaItems({ items, meeting, timeZone, errorsOf, onChange, onRemove }: Props) {
  const t = useTranslations("agendas");
  const keys = items.map(({ key }) => key);
  const timed = timeAgenda(withMinutes(items), meeting).items;
  const { list, focusNext } = useFocusAfterMove(keys);
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 5 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 150, tolerance: 8 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const drop = ({ active, over }: DragEndEvent) => {
    if (over && active.id !== over.id) {
      onChange(moveItem(items, keys.indexOf(String(active.id)), keys.indexOf(String(over.id))));
    }
  };
  return (
    <DndContext
      id="agenda"
      sensors={sensors}
      collisionDetection={closestCenter}
      onDragEnd={drop}
      accessibility={{
        announcements: useAnnouncements(items),
        screenReaderInstructions: { draggable: t("dragHelp") },
      }}
    >
      <SortableContext items={keys} strategy={verticalListSortingStrategy}>
        <ol ref={list} aria-label={t("list")} className="border-b border-line">
          {items.map((item, index) => (
            <AgendaItemRow
              key={item.key}
              item={item}
              span={timed[index] ?? meeting}
              position={{ index, count: items.length }}
              timeZone={timeZone}
              errors={errorsOf(item.key)}
              onChange={(changed) => onChange(items.map((other) => (other === item ? changed : other)))}
              onMove={(to) => {
                focusNext(item.key, to < index ? "up" : "down");
                onChange(moveItem(items, index, to));
              }}
              onRemove={() => onRemove(item)}
            />
          ))}
        </ol>
      </SortableContext>
    </DndContext>
  );
}

/** An element that moves in the page loses the focus; the arrow that was pressed gets it back. */
function useFocusAfterMove(keys: readonly string[]) {
  const list = useRef<HTMLOListElement>(null);
  const wanted = useRef<string | null>(null);
  const order = keys.join();
  useEffect(() => {
    if (!wanted.current) return;
    list.current?.querySelector<HTMLElement>(wanted.current)?.focus();
    wanted.current = null;
  }, [order]);
  const focusNext = (key: string, move: "up" | "down") => {
    wanted.current = `[data-item="${CSS.escape(key)}"] [data-move="${move}"]`;
  };
  return { list, focusNext };
}

function useAnnouncements(items: readonly DraftItem[]): Announcements {
  const t = useTranslations("agendas.dragging");
  const place = (id: UniqueIdentifier) => items.findIndex(({ key }) => key === id) + 1;
  const title = (id: UniqueIdentifier) => items[place(id) - 1]?.title ?? "";
  const said = (id: UniqueIdentifier, at: UniqueIdentifier = id) => ({
    ...{ title: title(id), place: place(at), count: items.length },
  });
  const isLifted = useRef(false);
  return {
    onDragStart: ({ active }) => {
      isLifted.current = true;
      return t("start", said(active.id));
    },
    onDragOver: ({ active, over }) => {
      const isOwnPlace = isLifted.current && over?.id === active.id;
      isLifted.current = false;
      // Lifting an item puts it over its own place: said aloud, that would cut off the words of the lift.
      return isOwnPlace ? undefined : t("over", said(active.id, over?.id));
    },
    onDragEnd: ({ active, over }) => t("end", said(active.id, over?.id)),
    onDragCancel: ({ active }) => t("cancel", said(active.id)),
  };
}
