-- A place lies more than 3 km outside the generalised border of its municipality: a wrong position or municipality.
select p.place as subject, 'data/statistics/places.csv' as file, p.line,
    printf('%s: %.1f km outside %s', p.place, p.outside_km, p.municipality) as what,
    'correct latitude and longitude (degrees, WGS 84), or the municipality' as mend
from places as p
where p.outside_km > 3
