package health.malasakit.inquiries.gate;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Words of addresses, in English and Spanish, without accents; data. */
final class StreetWords {

  /** Kinds of streets and how they are shortened (USPS Publication 28, from general knowledge). */
  static final Map<String, String> KINDS =
      each(
          "street,st,str,calle,cll",
          "avenue,ave,av,aven,avenida,avda",
          "boulevard,blvd,boul,bulevar",
          "road,rd",
          "drive,dr",
          "lane,ln",
          "court,ct",
          "circle,cir",
          "place,pl",
          "terrace,ter,terr",
          "way,wy",
          "parkway,pkwy",
          "square,sq",
          "trail,trl",
          "alley,aly,callejon",
          "highway,hwy,carretera,carr",
          "expressway,expy",
          "freeway,fwy",
          "route,rte,rt,ruta",
          "turnpike,tpke",
          "camino,cam",
          "paseo,pso",
          "plaza,plz",
          "via",
          "pasaje,psje",
          "sendero",
          "calzada",
          "autopista");

  /** Kinds that stand before the name. */
  static final Set<String> BEFORE =
      Set.of(
          "calle",
          "cll",
          "avenida",
          "avda",
          "av",
          "ave",
          "avenue",
          "bulevar",
          "boulevard",
          "blvd",
          "carretera",
          "carr",
          "callejon",
          "ruta",
          "route",
          "rte",
          "highway",
          "hwy",
          "camino",
          "cam",
          "paseo",
          "pso",
          "plaza",
          "via",
          "pasaje",
          "psje",
          "sendero",
          "calzada",
          "autopista");

  /** After these a number or a letter is the name: County Road 12. */
  static final Set<String> NUMBERED =
      Set.of("highway", "route", "road", "freeway", "expressway", "turnpike", "autopista");

  static final Map<String, String> SIDES =
      each(
          "n,north,norte",
          "s,south,sur",
          "e,east,este",
          "w,west,oeste",
          "ne,northeast,noreste",
          "nw,northwest,noroeste",
          "se,southeast,sureste,sudeste",
          "sw,southwest,suroeste,sudoeste");

  /** What follows is a flat, a floor or a house of several. */
  static final Set<String> UNITS =
      Set.of(
          "apt",
          "apartment",
          "apartamento",
          "apto",
          "apart",
          "unit",
          "unidad",
          "ste",
          "suite",
          "rm",
          "room",
          "fl",
          "floor",
          "piso",
          "bldg",
          "building",
          "edificio",
          "edif",
          "lot",
          "trlr",
          "trailer",
          "spc",
          "space",
          "ph",
          "penthouse",
          "bsmt",
          "basement",
          "depto",
          "departamento",
          "oficina",
          "office");

  static final Set<String> FLOORS = Set.of("fl", "floor", "piso");

  /** The number of a house, or of a flat behind one. */
  static final Set<String> NUMBER_SIGNS = Set.of("#", "no", "num", "numero", "number");

  /** Words that tell no street apart by themselves. */
  static final Set<String> SMALL =
      Set.of("de", "del", "la", "las", "los", "el", "of", "the", "y", "and");

  static final Map<String, String> ORDINALS =
      each(
          "1,first,primera,primero",
          "2,second,segunda,segundo",
          "3,third,tercera,tercero",
          "4,fourth,cuarta,cuarto",
          "5,fifth,quinta,quinto",
          "6,sixth,sexta,sexto",
          "7,seventh,septima,septimo",
          "8,eighth,octava,octavo",
          "9,ninth,novena,noveno",
          "10,tenth,decima,decimo",
          "11,eleventh",
          "12,twelfth",
          "13,thirteenth",
          "14,fourteenth",
          "15,fifteenth",
          "16,sixteenth",
          "17,seventeenth",
          "18,eighteenth",
          "19,nineteenth",
          "20,twentieth",
          "30,thirtieth",
          "40,fortieth",
          "50,fiftieth",
          "60,sixtieth",
          "70,seventieth",
          "80,eightieth",
          "90,ninetieth");

  /** Before an ordinal: twenty-first. */
  static final Map<String, Integer> TENS =
      Map.of(
          "twenty", 20, "thirty", 30, "forty", 40, "fifty", 50, "sixty", 60, "seventy", 70,
          "eighty", 80, "ninety", 90);

  private StreetWords() {}

  /** From each word of a line to its first. */
  private static Map<String, String> each(String... lines) {
    var all = new HashMap<String, String>();
    for (var line : lines) {
      var words = line.split(",", -1);
      for (var word : words) {
        all.put(word, words[0]);
      }
    }
    return Map.copyOf(all);
  }
}
