/**
 * Stands, quiet, where a name will stand in a moment: what units, people, posts, kinds and parts are called comes from the
 * server, and until it is here an id is nobody's word for it.
 */
export const NOT_YET = '…';
