import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { msAMezzanotte, useGiornoNuovo } from '../../../renderer/shell/giorno-nuovo.ts';

beforeEach(() => vi.useFakeTimers({ now: new Date(2025, 2, 21, 23, 58) }));
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

test('what day it is is asked again a moment after midnight, and not before', async () => {
  const client = new QueryClient();
  const chiesto = vi.spyOn(client, 'invalidateQueries');
  const { unmount } = renderHook(() => useGiornoNuovo(), {
    wrapper: ({ children }) => <QueryClientProvider client={client}>{children}</QueryClientProvider>,
  });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(chiesto).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(65_000);
  expect(chiesto).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(24 * 3_600_000);
  expect(chiesto).toHaveBeenCalledTimes(2);
  unmount();
});

test('the night of the clock change is an hour longer or shorter, and ends all the same', () => {
  expect(msAMezzanotte(new Date(2025, 2, 21, 23, 59, 59))).toBe(1000);
  expect(msAMezzanotte(new Date(2025, 11, 31, 12))).toBe(12 * 3_600_000);
});
