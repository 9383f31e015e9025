-- The register of one township, newest number first.
create index problem_by_township on problem (region, township, number desc, id desc);
