-- What the service's user may do, granted anew after every migration: read and add in the log, read and write everywhere
-- else, and no DDL. The user's name comes in through the setting `microwallet.service_user`; no role is created here.
DO $$
DECLARE
    service  text := current_setting('microwallet.service_user');
    relation record;
    granted  text;
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = service) THEN
        RAISE EXCEPTION 'The service''s user "%" does not exist: create it first, as in CREATE ROLE … LOGIN PASSWORD ….', service;
    END IF;
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = service AND rolsuper) OR pg_has_role(service, current_user, 'MEMBER') THEN
        RAISE EXCEPTION 'The service''s user "%" is superuser, owner of the schema or a member of its owner, "%": it could change the log. Give the service a user of its own.',
            service, current_user;
    END IF;

    EXECUTE format('GRANT USAGE ON SCHEMA %I TO %I', current_schema(), service);
    EXECUTE format('REVOKE CREATE ON SCHEMA %I FROM %I', current_schema(), service);
    IF has_schema_privilege(service, current_schema(), 'CREATE') THEN
        RAISE EXCEPTION 'The service''s user "%" may create tables. As the schema''s owner run: REVOKE CREATE ON SCHEMA % FROM PUBLIC',
            service, quote_ident(current_schema());
    END IF;

    FOR relation IN
        SELECT c.oid::regclass AS name, c.relname, c.relkind
          FROM pg_class c
         WHERE c.relnamespace = current_schema()::regnamespace
           AND c.relowner = current_user::regrole
           AND c.relkind IN ('r', 'p', 'v')
    LOOP
        granted := CASE
            WHEN relation.relkind = 'v' OR relation.relname = 'flyway_schema_history' THEN 'SELECT'
            WHEN relation.relname = 'log' THEN 'SELECT, INSERT'
            ELSE 'SELECT, INSERT, UPDATE, DELETE'
        END;
        EXECUTE format('REVOKE ALL ON %s FROM PUBLIC, %I', relation.name, service);
        EXECUTE format('GRANT %s ON %s TO %I', granted, relation.name, service);
    END LOOP;
END
$$;
