### What a user can mend in the parameters of a brief.

fault-brief-language = The language must be one of { $expected }, got "{ $found }". Use one of these.
fault-brief-no-verdicts = The assessment holds no verdict on region { $region }. Check the code, and that a plan applies to the region and data exist for it.
