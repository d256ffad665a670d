/** The last few results of a pure function of a whole number: a bounded cache; the least recently asked for goes first. */
export interface Recent<T> {
  at(key: number): T;
  size(): number;
}

export function recent<T>(most: number, make: (key: number) => T): Recent<T> {
  const kept = new Map<number, T>();
  return {
    at(key) {
      const found = kept.get(key) ?? make(key);
      kept.delete(key);
      kept.set(key, found);
      for (const oldest of kept.keys()) {
        if (kept.size <= most) break;
        kept.delete(oldest);
      }
      return found;
    },
    size: () => kept.size,
  };
}
