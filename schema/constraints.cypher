// Made from ontology.yaml by `npm run generate`.

CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT name_id IF NOT EXISTS FOR (n:Name) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT text_id IF NOT EXISTS FOR (n:Text) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT claim_id IF NOT EXISTS FOR (n:Claim) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT citation_id IF NOT EXISTS FOR (n:Citation) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT change_id IF NOT EXISTS FOR (n:Change) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT log_id IF NOT EXISTS FOR (n:Log) REQUIRE n.id IS UNIQUE;
CREATE INDEX name_folded IF NOT EXISTS FOR (n:`Name`) ON (n.folded);
CREATE INDEX source_id IF NOT EXISTS FOR (n:`Source`) ON (n.id);
CREATE INDEX source_url IF NOT EXISTS FOR (n:`Source`) ON (n.url);
CREATE INDEX claim_predicate IF NOT EXISTS FOR (n:`Claim`) ON (n.predicate);
CREATE INDEX claim_comparison_key IF NOT EXISTS FOR (n:`Claim`) ON (n.comparisonKey);
CREATE INDEX entity_sort_name IF NOT EXISTS FOR (n:`Entity`) ON (n.sortName);
CREATE INDEX company_sort_name IF NOT EXISTS FOR (n:`Company`) ON (n.sortName);
CREATE INDEX cluster_sort_name IF NOT EXISTS FOR (n:`Cluster`) ON (n.sortName);
CREATE INDEX facility_sort_name IF NOT EXISTS FOR (n:`Facility`) ON (n.sortName);
CREATE INDEX chip_sort_name IF NOT EXISTS FOR (n:`Chip`) ON (n.sortName);
CREATE INDEX person_sort_name IF NOT EXISTS FOR (n:`Person`) ON (n.sortName);
CREATE INDEX group_sort_name IF NOT EXISTS FOR (n:`Group`) ON (n.sortName);
CREATE INDEX place_sort_name IF NOT EXISTS FOR (n:`Place`) ON (n.sortName);
CREATE INDEX ai_model_sort_name IF NOT EXISTS FOR (n:`AiModel`) ON (n.sortName);
CREATE INDEX software_sort_name IF NOT EXISTS FOR (n:`Software`) ON (n.sortName);
CREATE INDEX platform_sort_name IF NOT EXISTS FOR (n:`Platform`) ON (n.sortName);
CREATE INDEX news_outlet_sort_name IF NOT EXISTS FOR (n:`NewsOutlet`) ON (n.sortName);
CREATE INDEX funding_round_sort_name IF NOT EXISTS FOR (n:`FundingRound`) ON (n.sortName);
CREATE INDEX source_sort_name IF NOT EXISTS FOR (n:`Source`) ON (n.sortName);
