// Search terms are made by Ravel and parted by spaces, so the analyzer only splits. Out of the hot commit: eventually
// consistent.
CREATE FULLTEXT INDEX entity_search IF NOT EXISTS FOR (n:Entity) ON EACH [n.search]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace', `fulltext.eventually_consistent`: true}};
