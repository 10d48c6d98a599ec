import { answerOf, api, API, type Schemas } from './client.ts';
import { useChange } from './change.ts';
import { useStream, type Stream } from './stream.ts';

/** A package made from the approved takes of a dub. */
export type Delivery = Schemas['Delivery'];

/** What a package shall be like. */
export interface DeliveryWish {
  readonly profile: Delivery['profile'];
  readonly withoutUnapproved: boolean;
  readonly withOlderVoice: boolean;
  /** ISO 3166 codes; `null` when rights are not to be checked by country. */
  readonly territories: string[] | null;
}

/** The deliveries of a dub, the newest first. */
export const useDeliveries = (dub: string): Stream<Delivery> =>
  useStream(['deliveries', dub], (after) =>
    answerOf(api.GET('/dubs/{dub}/deliveries', { params: { path: { dub }, query: { after } } })),
  );

/** Asks for a package. */
export function useDeliver(dub: string): (wish: DeliveryWish) => Promise<Delivery> {
  const change = useChange('deliveries', 'runs', 'titles');
  return (wish) =>
    change(
      answerOf(
        api.POST('/dubs/{dub}/deliveries', { params: { path: { dub } }, body: { shots: null, ...wish } }),
      ),
    );
}

/** Where a file of a delivery is downloaded. */
export const deliveryFileUrl = (delivery: string, name: string): string =>
  `${API}/deliveries/${delivery}/files/${encodeURIComponent(name)}`;
