import fc from 'fast-check';

/**
 * A property that fails says so with the history it found, its seed and its path, and ends there. Making that history shorter can try
 * thousands of others, and the run looks as if it hung: whoever wants it shorter runs the one test again with
 * `{ seed, path, endOnFailure: false }`, as the report names them.
 */
fc.configureGlobal({ endOnFailure: true });
