/** "CART": marks the file as ours. */
export const applicationId = 0x43_41_52_54;

/**
 * One step a version, never changed once published; the number of steps done is the file's `user_version`. Keys are
 * integers where tables refer to each other, and bodies come last or apart, so that what is searched stays narrow.
 */
export const schemaSteps: readonly string[] = [
  `
  CREATE TABLE connections (
    id TEXT PRIMARY KEY,
    platform TEXT NOT NULL,
    settings TEXT NOT NULL,
    shop TEXT NOT NULL,
    created_at TEXT NOT NULL,
    paused_because TEXT
  ) STRICT;

  CREATE TABLE checkpoints (
    connection_id TEXT NOT NULL,
    stream TEXT NOT NULL,
    checkpoint TEXT NOT NULL,
    PRIMARY KEY (connection_id, stream)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE natives (
    key INTEGER PRIMARY KEY,
    connection_id TEXT NOT NULL,
    stream TEXT NOT NULL,
    id TEXT NOT NULL,
    modified_at TEXT,
    hash TEXT,
    basis TEXT,
    run_id TEXT NOT NULL,
    UNIQUE (connection_id, stream, id)
  ) STRICT;

  CREATE TABLE native_bodies (
    native_key INTEGER PRIMARY KEY,
    body TEXT NOT NULL
  ) STRICT;

  CREATE TABLE records (
    key INTEGER PRIMARY KEY,
    resource TEXT NOT NULL,
    connection_id TEXT NOT NULL,
    id TEXT NOT NULL,
    platform TEXT NOT NULL,
    native_key INTEGER NOT NULL,
    order_id TEXT,
    source_modified_at TEXT,
    hash TEXT NOT NULL,
    synced_at TEXT NOT NULL,
    deleted_at TEXT,
    mapper_version INTEGER NOT NULL,
    body TEXT NOT NULL,
    UNIQUE (resource, connection_id, id)
  ) STRICT;
  CREATE INDEX records_by_native ON records (native_key);
  CREATE INDEX records_by_order ON records (resource, order_id) WHERE order_id IS NOT NULL;
  CREATE INDEX records_deleted ON records (resource, connection_id) WHERE deleted_at IS NOT NULL;

  CREATE TABLE claims (
    record_key INTEGER NOT NULL,
    native_key INTEGER NOT NULL,
    PRIMARY KEY (record_key, native_key)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX claims_by_native ON claims (native_key);

  CREATE TABLE set_aside (
    connection_id TEXT NOT NULL,
    stream TEXT NOT NULL,
    native_id TEXT NOT NULL,
    modified_at TEXT,
    reason TEXT NOT NULL,
    path TEXT,
    at TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (connection_id, stream, native_id)
  ) STRICT;

  CREATE TABLE runs (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    connection_id TEXT NOT NULL,
    started_at TEXT NOT NULL,
    run TEXT NOT NULL
  ) STRICT;
  CREATE INDEX runs_by_connection ON runs (connection_id);
  `,
  // Native bodies move into blocks that are compressed; those of before stay as they are, each a block of its own.
  `
  CREATE TABLE native_blocks (
    key INTEGER PRIMARY KEY,
    connection_id TEXT NOT NULL,
    live INTEGER NOT NULL,
    deflated INTEGER NOT NULL,
    body BLOB NOT NULL
  ) STRICT;
  ALTER TABLE natives ADD COLUMN block_key INTEGER;
  ALTER TABLE natives ADD COLUMN start INTEGER;
  ALTER TABLE natives ADD COLUMN length INTEGER;
  INSERT INTO native_blocks SELECT native_key, connection_id, 1, 0, CAST(body AS BLOB)
    FROM native_bodies JOIN natives ON natives.key = native_key;
  UPDATE natives SET block_key = key, start = 0, length = (SELECT length(body) FROM native_blocks WHERE native_blocks.key = natives.key)
    WHERE key IN (SELECT native_key FROM native_bodies);
  DROP TABLE native_bodies;
  `,
  `
  CREATE TABLE shapes (
    connection_id TEXT NOT NULL,
    stream TEXT NOT NULL,
    shape TEXT NOT NULL,
    PRIMARY KEY (connection_id, stream)
  ) STRICT;

  CREATE TABLE drifts (
    connection_id TEXT NOT NULL,
    stream TEXT NOT NULL,
    path TEXT NOT NULL,
    kind TEXT NOT NULL,
    after TEXT NOT NULL,
    before TEXT,
    native_id TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (connection_id, stream, path, kind, after)
  ) STRICT;
  `,
  // The change feed begins with what is there.
  `
  ALTER TABLE records ADD COLUMN deleted_because TEXT;

  CREATE TABLE changes (
    first INTEGER PRIMARY KEY,
    count INTEGER NOT NULL,
    connection_id TEXT NOT NULL,
    at TEXT NOT NULL,
    changes TEXT NOT NULL
  ) STRICT;
  INSERT INTO changes
    SELECT min(number), count(*), connection_id, max(synced_at), json_group_array(json_array(resource, 'created', id))
    FROM (
      SELECT row_number() OVER (ORDER BY connection_id, key) AS number, connection_id, resource, id, synced_at
      FROM records WHERE deleted_at IS NULL ORDER BY number
    ) GROUP BY connection_id, number / 1000;

  CREATE TABLE leases (
    connection_id TEXT NOT NULL,
    stream TEXT NOT NULL,
    token INTEGER NOT NULL,
    owner TEXT,
    holder TEXT NOT NULL,
    ttl_ms INTEGER NOT NULL,
    until TEXT NOT NULL,
    PRIMARY KEY (connection_id, stream)
  ) STRICT, WITHOUT ROWID;
  `,
  // Who may ask, and what lists are found by where a record has several values; the other indexes are made by the first query.
  `
  CREATE TABLE api_keys (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    api_key TEXT NOT NULL
  ) STRICT;

  CREATE TABLE query_terms (
    field TEXT NOT NULL,
    connection_id TEXT NOT NULL,
    value TEXT NOT NULL,
    position TEXT NOT NULL,
    record_key INTEGER NOT NULL,
    PRIMARY KEY (field, connection_id, value, position, record_key)
  ) STRICT, WITHOUT ROWID;
  `,
  // Documents that are made of records, and how far each view of them is in the feed.
  `
  CREATE TABLE documents (
    key INTEGER PRIMARY KEY,
    view TEXT NOT NULL,
    collection TEXT NOT NULL,
    connection_id TEXT NOT NULL,
    id TEXT NOT NULL,
    modified_at TEXT NOT NULL,
    body TEXT NOT NULL,
    UNIQUE (view, collection, connection_id, id)
  ) STRICT;
  CREATE INDEX documents_by_modified ON documents (view, collection, connection_id, modified_at, id);
  CREATE INDEX documents_by_connection ON documents (connection_id);

  CREATE TABLE view_positions (
    view TEXT PRIMARY KEY,
    version INTEGER NOT NULL,
    sequence INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  `,
  `
  CREATE TABLE entries (
    key INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    body TEXT NOT NULL,
    UNIQUE (kind, id)
  ) STRICT;
  `,
  // What happened besides the records: of a file that an earlier version made, from now on.
  `
  CREATE TABLE events (
    sequence INTEGER PRIMARY KEY,
    changes INTEGER NOT NULL,
    type TEXT NOT NULL,
    connection_id TEXT,
    at TEXT NOT NULL,
    data TEXT NOT NULL
  ) STRICT;
  `,
  `
  ALTER TABLE connections ADD COLUMN paused_by_user INTEGER NOT NULL DEFAULT 0;
  `,
  // Every page of documents tells how many there are: so that nobody has to go through them all to know.
  `
  CREATE TABLE document_counts (
    view TEXT NOT NULL,
    collection TEXT NOT NULL,
    connection_id TEXT NOT NULL,
    count INTEGER NOT NULL,
    PRIMARY KEY (view, collection, connection_id)
  ) STRICT, WITHOUT ROWID;
  INSERT INTO document_counts
    SELECT view, collection, connection_id, count(*) FROM documents GROUP BY view, collection, connection_id;

  CREATE TRIGGER documents_come AFTER INSERT ON documents BEGIN
    INSERT INTO document_counts VALUES (new.view, new.collection, new.connection_id, 1)
    ON CONFLICT DO UPDATE SET count = count + 1;
  END;
  CREATE TRIGGER documents_go AFTER DELETE ON documents BEGIN
    UPDATE document_counts SET count = count - 1
    WHERE view = old.view AND collection = old.collection AND connection_id = old.connection_id;
  END;
  `,
  // A body becomes what is shown: what storage adds stands in front of the record.
  `
  UPDATE records SET body = CAST(
    '{"connectionId":' || json_quote(connection_id) || ',"platform":' || json_quote(platform)
      || ',"syncedAt":' || json_quote(synced_at) || ',"deletedAt":' || json_quote(deleted_at)
      || ',"deletedBecause":' || json_quote(deleted_because) || ',"mapperVersion":' || mapper_version || ','
      || substr(CAST(body AS BLOB), 2) AS TEXT);
  `,
];
